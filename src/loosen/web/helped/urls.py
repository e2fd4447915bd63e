"""The addresses of what helps."""

from django.urls import path

from . import compare_views, views

urlpatterns = [
    path("progress/helped/", views.helped, name="helped"),
    path("progress/helped/order/", views.order, name="helped-order"),
    path("progress/before-a-bad-day/", views.triggers, name="triggers"),
    path("last-time/", views.last_time, name="last-time"),
    path("compare/", compare_views.compare, name="compare"),
    path("compare/end/", compare_views.end, name="compare-end"),
]
