# `cmake --install` and `cpack -G DEB`: the program (tools/), the extractor's data files (ingest/)
# and the Korean dictionary, all of it found again relative to the program.
if(YEON_MECAB_DICTIONARY AND EXISTS "${YEON_MECAB_DICTIONARY}/sys.dic")
  install(DIRECTORY "${YEON_MECAB_DICTIONARY}/" DESTINATION ${CMAKE_INSTALL_DATADIR}/yeon/dictionary
          PATTERN "model.bin" EXCLUDE)  # only mecab's own training reads it
endif()
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_NAME yeon)
set(CPACK_PACKAGE_CONTACT "Yeon maintainers <yeon@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "Yeon reads Korean and English news articles into a property graph of firms, \
people, models and products, and answers openCypher queries about it. One program, embedded storage.")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_CURRENT_SOURCE_DIR}/LICENSE")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
