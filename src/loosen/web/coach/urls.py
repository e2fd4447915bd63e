"""Addresses of these pages."""

from django.urls import path

from .views import coach, recordings, sitting

urlpatterns = [
    path("session/<uuid:session_id>/coach/", coach, name="session-coach"),
    path("coach/recordings/", recordings, name="coach-recordings"),
    path("sitting/", sitting, name="sitting"),
]
