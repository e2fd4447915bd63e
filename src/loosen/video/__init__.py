"""A video file -> frames as the pose model read them: decoded, posed, packed.

Needs the extra `loosen[video]`. Must never judge a movement, nor reach outside: the models are
files that are handed in, and no connection is opened.
"""

from .clip import Clip, Picture, open_clip
from .models import PoseModels, open_models
from .pictures import as_jpeg
from .pose import PoseReader
from .trouble import nothing_read

__all__ = [
    "Clip",
    "Picture",
    "PoseModels",
    "PoseReader",
    "as_jpeg",
    "nothing_read",
    "open_clip",
    "open_models",
]
