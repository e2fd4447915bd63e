"""The addresses of devices."""

from django.urls import path

from . import host_views, knock_views, trust_views

urlpatterns = [
    path("settings/devices/", host_views.devices, name="devices"),
    path("settings/devices/waiting/", host_views.waiting, name="devices-waiting"),
    path("settings/devices/<uuid:device_id>/", host_views.device, name="device"),
    path("knock/", knock_views.knock, name="knock"),
    path("knock/state/", knock_views.state, name="knock-state"),
    path("trust/", trust_views.trust, name="trust"),
    path("trust/loosen-home.crt", trust_views.certificate, name="trust-certificate"),
]
