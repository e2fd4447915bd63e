"""The coach that watches: a step of a session, counted by camera, phone, tap or clock."""
