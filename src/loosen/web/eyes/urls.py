"""The address of our own rooms."""

from django.urls import path

from . import views

urlpatterns = [
    path("coach/rooms-<slug:version>.zip", views.rooms, name="coach-rooms"),
]
