"""Our own settings with one bare page in place of ours."""

from loosen.web.site.settings import *  # noqa: F403 - the same in all but the pages

ROOT_URLCONF = "benchmarks.bare"
