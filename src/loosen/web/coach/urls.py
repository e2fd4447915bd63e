"""Addresses of these pages."""

from django.urls import path

from .views import coach, recordings

urlpatterns = [
    path("session/<uuid:session_id>/coach/", coach, name="session-coach"),
    path("coach/recordings/", recordings, name="coach-recordings"),
]
