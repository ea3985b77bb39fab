"""Why the operating system refused, in both languages."""

import errno
from collections.abc import Mapping
from types import MappingProxyType

from policyc.diagnostics.diagnostic import Language

_CHINESE: Mapping[int | None, str] = MappingProxyType(
    {
        errno.EACCES: "没有权限",
        errno.EBADF: "该数据流已关闭",
        errno.EEXIST: "文件已经存在",
        errno.EIO: "输入输出错误",
        errno.EISDIR: "这是一个文件夹",
        errno.ELOOP: "符号链接绕成一圈",
        errno.ENAMETOOLONG: "文件名过长",
        errno.ENOENT: "没有这个文件或文件夹",
        errno.ENOSPC: "存储空间不足",
        errno.ENOTDIR: "路径中的某一段不是文件夹",
        errno.EPERM: "不允许此操作",
        errno.EROFS: "该文件系统只能读取",
    }
)


def why(error: OSError) -> Mapping[Language, str]:
    """The reason; in the system's own words where there are no others."""
    own = error.strerror or type(error).__name__
    return {"en": own, "zh": _CHINESE.get(error.errno, own)}
