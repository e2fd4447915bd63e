"""Addresses of these pages."""

from django.urls import path

from .after_views import after, later, morning
from .gate_views import moment, start
from .step_views import step
from .stop_views import stop

urlpatterns = [
    path("session/start/", start),
    path("session/start/moment/", moment),
    path("session/<uuid:session_id>/", step),
    path("session/<uuid:session_id>/stop/", stop),
    path("session/<uuid:session_id>/after/", after),
    path("session/<uuid:session_id>/later/", later),
    path("session/<uuid:session_id>/morning/", morning),
]
