# The installed package: libraries and headers for find_package(Sojourn), the program, and the scenarios that ship.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# sojourn::engine is all of the engine; the single libraries can be named too (sojourn::model, ...).
set(SOJOURN_ENGINE_LIBRARIES core model population sim io base study)
add_library(sojourn_engine INTERFACE)
add_library(sojourn::engine ALIAS sojourn_engine)
set_target_properties(sojourn_engine PROPERTIES EXPORT_NAME engine)
list(TRANSFORM SOJOURN_ENGINE_LIBRARIES PREPEND sojourn_ OUTPUT_VARIABLE sojourn_engine_targets)
list(TRANSFORM SOJOURN_ENGINE_LIBRARIES PREPEND sojourn:: OUTPUT_VARIABLE sojourn_engine_names)
target_link_libraries(sojourn_engine INTERFACE ${sojourn_engine_names})

set(sojourn_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Sojourn)
install(TARGETS sojourn_engine ${sojourn_engine_targets} EXPORT SojournTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT SojournTargets NAMESPACE sojourn:: DESTINATION ${sojourn_package_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sojourn
        FILES_MATCHING PATTERN "*.hpp")

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/SojournConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/package/SojournConfig.cmake
                              INSTALL_DESTINATION ${sojourn_package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
# Before 1.0 a new minor version may change the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/SojournConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/package/SojournConfig.cmake ${PROJECT_BINARY_DIR}/package/SojournConfigVersion.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindLibdeflate.cmake
        DESTINATION ${sojourn_package_dir})

install(TARGETS sojourn RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/sojourn
        FILES_MATCHING PATTERN "*.toml" PATTERN "*.csv" PATTERN "*.md")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR})
