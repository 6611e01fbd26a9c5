# SPDX-License-Identifier: Apache-2.0
# Copy the part of MathJax 2.7 that TeX input and SVG output need: cmake -DFROM=… -DTO=… -P mathjax.cmake
foreach(part MathJax.js extensions jax/element jax/input/TeX jax/output/SVG/jax.js jax/output/SVG/config.js
    jax/output/SVG/autoload jax/output/SVG/fonts/TeX)
  get_filename_component(folder "${TO}/${part}" DIRECTORY)
  file(COPY "${FROM}/${part}" DESTINATION "${folder}" FOLLOW_SYMLINK_CHAIN)
endforeach()
