"""All addresses: each folder of pages brings its own."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [path("", include(f"loosen.web.{folder}.urls")) for folder in settings.PAGE_FOLDERS]

handler400 = "loosen.web.site.failures.bad_request"
handler403 = "loosen.web.site.failures.forbidden"
handler404 = "loosen.web.site.failures.not_found"
handler500 = "loosen.web.site.failures.server_error"
