#include "korean/particle.h"

#include <doctest/doctest.h>

namespace yeon::ingest::korean {

TEST_CASE("Particles: the form must fit the sound before it") {
  CHECK(parse_particle(U"은", U'람')->grammatical_case == Case::kTopic);
  CHECK_FALSE(parse_particle(U"은", U'자').has_value());
  CHECK(parse_particle(U"를", U'자')->grammatical_case == Case::kObject);
  CHECK_FALSE(parse_particle(U"를", U'람').has_value());
  CHECK(parse_particle(U"로", U'울')->grammatical_case == Case::kMeans);
  CHECK_FALSE(parse_particle(U"로", U'람').has_value());
}

TEST_CASE("Particles: behind foreign letters both forms pass") {
  CHECK(parse_particle(U"와", U'T')->grammatical_case == Case::kWith);
  CHECK(parse_particle(U"과", U'T')->grammatical_case == Case::kWith);
}

TEST_CASE("Particles: stacked ones keep their case and tell the topic") {
  const auto with = parse_particle(U"와는", U'자');
  REQUIRE(with.has_value());
  CHECK(with->grammatical_case == Case::kWith);
  CHECK(with->topic);
  CHECK(parse_particle(U"에서도", U'자')->additive);
}

TEST_CASE("Particles: the copula tells past and modifying forms") {
  CHECK(parse_particle(U"였다", U'사')->past);
  CHECK(parse_particle(U"인", U'사')->attributive);
  CHECK(parse_particle(U"이다", U'람')->final);
}

TEST_CASE("Particles: what is none is refused, and a word is never all particle") {
  CHECK_FALSE(parse_particle(U"전자", U'람').has_value());
  CHECK(particle_length(U"가람은") == 1);
  CHECK(particle_length(U"가람에서는") == 3);
  CHECK(particle_length(U"은") == 0);
  CHECK(particle_length(U"나래전자") == 0);
}

}  // namespace yeon::ingest::korean
