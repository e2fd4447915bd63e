"""All addresses: each folder of pages brings its own, when an address is first looked for there.

So the first page does not wait for all the others (a fifth of a second).
"""

from django.conf import settings
from django.urls import URLResolver
from django.urls.resolvers import RoutePattern

urlpatterns = [
    URLResolver(RoutePattern("", is_endpoint=False), f"loosen.web.{folder}.urls")
    for folder in settings.PAGE_FOLDERS
]

handler400 = "loosen.web.site.failures.bad_request"
handler403 = "loosen.web.site.failures.forbidden"
handler404 = "loosen.web.site.failures.not_found"
handler500 = "loosen.web.site.failures.server_error"
