"""The addresses of the figures."""

from django.urls import path

from . import views

urlpatterns = [
    path("figures/card/<slug:item_id>/", views.card, name="figure-card"),
    path("figures/track/<slug:item_id>/", views.track, name="figure-track"),
    path("figures/poses/<slug:item_id>/", views.poses, name="figure-poses"),
    path("figures/body/", views.body, name="figure-body"),
]
