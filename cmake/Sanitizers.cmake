# CHAIRHUB_SANITIZE: a list for -fsanitize, such as address,undefined or thread.
set(CHAIRHUB_SANITIZE "" CACHE STRING "Sanitizers to build with, separated by commas")
if(CHAIRHUB_SANITIZE)
  add_compile_options(-fsanitize=${CHAIRHUB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CHAIRHUB_SANITIZE})
endif()
