"""The addresses of today."""

from django.urls import path

from . import views

urlpatterns = [
    path("since/", views.since, name="since"),
    path("today/", views.today, name="today"),
    path("today/pain/", views.pain, name="today-pain"),
    path("today/walk/", views.walk, name="today-walk"),
    path("today/legs/", views.legs, name="today-legs"),
    path("today/review/<slug:review_id>/", views.review, name="today-review"),
]
