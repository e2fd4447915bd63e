"""Pages and storage on Django. Must never hold a clinical rule."""
