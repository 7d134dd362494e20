"""Tags the wheel: any Python 3, no ABI of it, this platform, whose C library it holds."""

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.dist import Distribution


class LibraryWheel(bdist_wheel):
    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


class LibraryDistribution(Distribution):
    def has_ext_modules(self):
        return True


setup(distclass=LibraryDistribution, cmdclass={"bdist_wheel": LibraryWheel})
