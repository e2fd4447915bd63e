"""The addresses of what is kept."""

from django.urls import path

from . import views

urlpatterns = [
    path("worker.js", views.worker, name="worker"),
    path("keep/", views.keep, name="keep"),
    path("away/", views.away, name="away"),
]
