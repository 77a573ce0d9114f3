#!/usr/bin/env python3
"""Builds ingest/data/gazetteer/*.tsv and ingest/data/ko/{surnames,given_names}.txt from source tables.

    build_gazetteer.py SOURCES [--output ingest/data]

SOURCES is a folder with the tables that README.md lists. The output is sorted and depends on nothing
but them, so a rebuild of unchanged sources changes no byte. Columns: label, name, canonical, flags;
`canonical` is one key for all spellings of one thing; flag `ambiguous` marks names that are ordinary
words too, or very short, which the extractor believes only in context.
"""

import argparse
import csv
import pathlib
import re

HANGUL = re.compile(r"[가-힣]")
# Legal forms and share words at the end of English names.
LEGAL = re.compile(
    r"(,? (Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|LLC|L\.L\.C|PLC|plc|L\.?P|N\.V|S\.A|"
    r"A\.G|AG|SE|AB|ASA|S\.p\.A|Holdings|Holding|Group|Trust|Bancorp|Technologies|The)\.?)+$")
STRICT_LEGAL = re.compile(
    r"(,? (Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|L\.?P|N\.V|S\.A|AG|SE|AB|ASA)\.?)+$")

# Korean spellings that are ordinary words; a name of one or two syllables is ambiguous anyway.
COMMON_WORDS = set("""
기아 대상 한화 신라 동서 비자 암 소라 큐 대동 전방 경방 유니온 하나 우리 국민 농협 한진 동방 세방 남성 동양 세원 대원 신원
삼성 현대 롯데 신한 두산 대한 조선 한국 미래 성우 대성 동원 오리온 빙그레 진도 광명 인터넷 코스모스 라마 파이 람다 솔라 팔콘 타이탄
노바 구름 믿음 달리 위스퍼 코덱스 비오 오르카 키미 잠바 아크틱 플럭스 커맨드 크루즈 오로라 줌 하비 라인 라이너 당근 토스 커서 엑스
런웨이 슬랙 스냅 노션 리프트 시리 카페 보드 페이 미니 노트 워치 리부트 테라 킷캣 다음 올레 멜론 밴드 블랙박스 오피스 윈도 윈도우
그래니트 어니 가우스 버트 네모트론 판구 이마젠 첸원 루시아 나노 프로 울트라 세븐 마크 서울 부산 인천 대구 광주 대전 경남 유진 제이
삼양 동아 태양 강원랜드 신세계 태영 화성 한양 성지 삼진 이월드 인디 원익 네오 셀 시공 테스 나무 가온 상아 백산 동일 미원 영풍 경인
넥스트 비전 오리엔트 리더스 파라다이스 모나리자 팬오션 대교 쌍용 서원 성신 한창 유성 진양 사조 써니 카스 국보 대유 라이온 에코
스타 프라임 매직 드림 그린 블루 유니버설 아이콘 포커스 코코 링크 메가 피터 제로 유비 케이 네이처 뷰티 골드 실버 마스터 캡틴
""".split())

# Services better known than the firms behind them.
PRODUCT_NAMES = set("페이스북 트위터 인스타그램 유튜브 카카오톡 구글맵 안드로이드".split())


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def is_ambiguous(name):
    if HANGUL.search(name):
        hangul_only = re.fullmatch(r"[가-힣]+", name) is not None
        return name in COMMON_WORDS or (hangul_only and len(name) <= 2)
    return len(name) <= 2 and name not in {"KT", "LG", "SK", "GM", "HP", "GE"}


class Names:
    """Entries of one file: (label, name, canonical) -> ambiguous."""

    def __init__(self):
        self.entries = {}

    def add(self, label, name, canonical, ambiguous=None):
        name = " ".join(name.split())
        if not name or not canonical or "\t" in name:
            return
        key = (label, name, canonical)
        flag = is_ambiguous(name) if ambiguous is None else ambiguous
        self.entries[key] = self.entries.get(key, False) or flag

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("label\tname\tcanonical\tflags\n")
            for (label, name, canonical), ambiguous in sorted(self.entries.items()):
                file.write(f"{label}\t{name}\t{canonical}\t{'ambiguous' if ambiguous else ''}\n")


def tech_firms(folder, out, key_of):
    for row in rows(folder, "tech-firms-ko.tsv"):
        english = row["name_en"]
        out.add("Firm", english, english, len(english) <= 3 and not english.isupper() or
                english in AMBIGUOUS_ENGLISH)
        key_of[english] = english
        for name in row["names_ko"].split(";"):
            if name.startswith("대만 "):
                continue
            # Technology news means the firm, unless the word is an everyday one.
            out.add("Firm", name, english, name in COMMON_WORDS or len(name) < 2)
            key_of[name] = english


# English firm names that are everyday words or given names.
AMBIGUOUS_ENGLISH = set("""
Apple Meta Amazon Zoom Slack Snap Notion Aurora Cruise Figure Orange Oracle Visa Ford Arm Shell Target Gap Block
Square Unity Roper Ball Carrier Linde Dover Hess Kellogg Mosaic Nordson Paramount Progressive Prudential Public
Southern Sysco Travelers Viacom Chart Toast Lucid Grab Cursor Cognition Harvey Liner LINE X Match Palo Best Box
Domino Express Fossil Guess Hope Magic Marathon Nova Opera Pool Root Roku Sonic Spark Stem Sun Trinity Vector
Workday Yelp Cadence Runway Glean Suno Figma Canva Discover Intuitive Equity Essential Regions Key Ally
""".split())


def korean_listed(folder, out, key_of):
    for row in rows(folder, "krx-listed.tsv"):
        if row["kind"] != "firm":
            continue
        name = row["name_ko"]
        key = key_of.get(name, name)
        key_of.setdefault(name, key)
        out.add("Firm", name, key)
        for full in (row["name_ko_full"], ):
            if full and full != name and len(full) > 2:
                out.add("Firm", full, key)


def english_listed(folder, out, key_of):
    for row in rows(folder, "krx-listed.tsv"):
        if row["kind"] != "firm":
            continue
        key = key_of.get(row["name_ko"], row["name_ko"])
        english = STRICT_LEGAL.sub("", row["name_en"].strip())
        if len(english) >= 5 and not english.isupper():
            out.add("Firm", english, key, " " not in english)
    for table in ("sp500.tsv", "us-listed.tsv"):
        for row in rows(folder, table):
            name = re.sub(r" \((The|Class .*)\)$", "", row["name"].strip())
            short = STRICT_LEGAL.sub("", name)
            short = short if len(short) > 2 else name
            key = key_of.get(short, short)
            plain = " " not in short
            out.add("Firm", short, key, plain or short in AMBIGUOUS_ENGLISH)
            shorter = LEGAL.sub("", short)
            if table == "sp500.tsv" and len(shorter) > 3 and shorter != short:
                out.add("Firm", shorter, key, " " not in shorter)


def organizations(folder, out):
    for row in rows(folder, "ko-government.tsv"):
        key = row["name_en"] or row["name_ko"]
        out.add("Organization", row["name_ko"], key, False)
        for short in row["short_ko"].split(";"):
            out.add("Organization", short, key, len(short) <= 2)
        out.add("Organization", row["name_en"], key, False)
    for row in rows(folder, "universities-ko.tsv"):
        key = row["name_en"]
        out.add("Organization", row["name_ko"], key, False)
        out.add("Organization", row["name_en"], key, False)
        for short in row["short_names"].split(";"):
            out.add("Organization", short, key)
    for table in ("universities-kr-en.tsv", "universities-world.tsv"):
        for row in rows(folder, table):
            if len(row["name_en"]) > 6:
                out.add("Organization", row["name_en"], row["name_en"], " " not in row["name_en"])
    wanted = re.compile(r"(대|대학교|대학|병원|의료원|진흥원|연구원|연구소|재단|협회|공사|공단|위원회)$")
    for row in rows(folder, "ko-organizations.tsv"):
        name = row["name"]
        if row["label"] in ("OGG_EDUCATION", "OGG_MEDICINE", "OGG_SCIENCE", "OGG_OTHERS") and \
                wanted.search(name) and len(name) >= 3 and " " not in name:
            out.add("Organization", name, name)


def korean_firms_more(folder, out, key_of):
    for row in rows(folder, "ko-organizations.tsv"):
        name = row["name"]
        if row["label"] != "OGG_ECONOMY" or not re.fullmatch(r"[가-힣A-Za-z0-9&]{3,}", name):
            continue
        if name in PRODUCT_NAMES:
            continue
        if re.search(r"(당국|사단|협회|조합|학회|연합회|위원회|연구원|정부|업체|회사|기업|공사|공단|은행권|업계)$", name):
            continue
        out.add("Firm", name, key_of.get(name, name))
    for row in rows(folder, "ko-groups.tsv"):
        name = row["name"]
        if re.search(r"(전자|화학|제약|건설|증권|은행|카드|보험|생명|화재|그룹|통신|항공|중공업|자동차|텔레콤|홀딩스|반도체|백화점)$",
                     name) and len(name) >= 4 and not re.search(r"(노조|협회)", name):
            out.add("Firm", name, key_of.get(name, name))


def models(folder, out):
    for row in rows(folder, "ai-model-families.tsv"):
        family, key = row["family"], "model:" + row["family"]
        label = "Product" if "product" in row["pattern_or_note"] else "Model"
        risky = family in {"Command", "Nova", "Titan", "Arctic", "Granite", "Falcon", "Cosmos", "Solar", "Gemini",
                           "Orca", "Phi", "Sora", "Whisper", "Yi", "A.", "Gauss", "FLUX", "Copilot", "Codex",
                           "Jamba", "Kimi", "Mistral", "T5", "Cue:", "o-series"}
        out.add(label, family, key, risky or len(family) <= 2)
        for name in row["names_ko"].split(";"):
            if name:
                out.add(label, name, key, name in COMMON_WORDS or len(name) <= 2 or name == "미스트랄")
    for row in rows(folder, "ai-models.tsv"):
        name = re.sub(r" \(.*\)$", "", row["model"]).strip()
        if len(name) < 4 or not re.search(r"[A-Za-z]", name):
            continue
        plain = re.fullmatch(r"[A-Za-z][a-z]+|[a-z ]+", name) is not None
        out.add("Model", name, "model:" + name, plain or not re.search(r"[0-9]", name))


def products(folder, out):
    wanted = {"TMI_SERVICE", "TMI_SW", "AFW_OTHER_PRODUCTS", "TMI_HW"}
    known = set("""트위터 페이스북 인스타그램 유튜브 카카오톡 웨이보 카카오스토리 구글맵 안드로이드 포토샵 아이폰 아이패드 애플워치 맥북
        스타크래프트 갤럭시기어 크롬 지메일 텔레그램 왓츠앱 위챗 틱톡 스냅챗 지메일""".split())
    for row in rows(folder, "ko-products.tsv"):
        name = row["name"]
        shaped = re.fullmatch(r"(아이폰|아이패드|갤럭시|윈도|윈도우|iOS|안드로이드|리니지|애플|갤럭시탭)[ 가-힣A-Za-z0-9.]*[0-9A-Z][ 가-힣]*",
                              name)
        if row["label"] in wanted and (name in known or shaped):
            out.add("Product", name, "product:" + name.replace(" ", ""), False)


def words(folder, output):
    surnames = sorted({row["surname"] for row in rows(folder, "ko-surnames.tsv")})
    given = sorted({row["given_name"] for row in rows(folder, "ko-given-names.tsv")})
    (output / "ko" / "surnames.txt").write_text("\n".join(surnames) + "\n", encoding="utf-8")
    (output / "ko" / "given_names.txt").write_text("\n".join(given) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=pathlib.Path)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    arguments = parser.parse_args()
    folder, output = arguments.sources, arguments.output
    (output / "gazetteer").mkdir(parents=True, exist_ok=True)
    (output / "ko").mkdir(parents=True, exist_ok=True)

    key_of = {}
    korean, english, orgs, model_names, product_names = Names(), Names(), Names(), Names(), Names()
    tech_firms(folder, korean, key_of)
    korean_listed(folder, korean, key_of)
    korean_firms_more(folder, korean, key_of)
    english_listed(folder, english, key_of)
    organizations(folder, orgs)
    models(folder, model_names)
    products(folder, product_names)

    korean.write(output / "gazetteer" / "firms.tsv")
    english.write(output / "gazetteer" / "firms-en.tsv")
    orgs.write(output / "gazetteer" / "organizations.tsv")
    model_names.write(output / "gazetteer" / "models.tsv")
    product_names.write(output / "gazetteer" / "products.tsv")
    words(folder, output)


if __name__ == "__main__":
    main()
