"""Structures that decide what is a key result, each in a document of its own."""

import textwrap

import pytest

from krlint import readers

# (what it shows, file name, document, [(team, objective, state, key result), …])
CASES: list[tuple[str, str, str, list[tuple[str | None, str | None, str, str]]]] = [
    (
        "headings are teams, bold items objectives",
        "a.md",
        """
        # Company OKRs FY2031 Q1

        ## Company

        1. **Become the default scheduling tool for clinics**
           1. 400 clinics active each week (from 260)
           2. Churn below 1.5%
        2. **Ship with confidence**
           1. Change failure rate under 5%
              - by adding canary
           2. Zero Sev1

        ## Marketing

        1. **Make clinics find us**
           1. 30% of trials from search
        """,
        [
            (
                "Company",
                "Become the default scheduling tool for clinics",
                "set",
                "400 clinics active each week (from 260)",
            ),
            (
                "Company",
                "Become the default scheduling tool for clinics",
                "set",
                "Churn below 1.5%",
            ),
            ("Company", "Ship with confidence", "set", "Change failure rate under 5%"),
            ("Company", "Ship with confidence", "set", "Zero Sev1"),
            ("Marketing", "Make clinics find us", "set", "30% of trials from search"),
        ],
    ),
    (
        "a handbook with one worked example",
        "a.md",
        """
        # How we do OKRs

        An objective says where we want to go. Key results say how we know that we got there.

        ## Good key results

        - Specific
        - Measurable
        - Time-bound

        ## Example

        **Objective:** Delight first-time campers

        - **KR1:** 70% of first-time campers rebook
        - **KR2:** Check-in under 5 minutes

        ## FAQ

        - Objective: where do we go?
        - Key Result: how do we know?

        ### How many key results?

        - Two to five
        """,
        [
            (None, "Delight first-time campers", "set", "70% of first-time campers rebook"),
            (None, "Delight first-time campers", "set", "Check-in under 5 minutes"),
        ],
    ),
    (
        "a mail with wrapped lines and a reply that quotes",
        "a.txt",
        """
        件名：2031上期OKR案の共有
        差出人：三宅

        各位

        お疲れさまです。三宅です。
        上期のOKR案を送ります。

        ■目標1　電話を取らなくてよい窓口にする
        　KR1-1：電話の件数を月900件から400件に
        　　　　　減らす（時間外を含む）
        　KR1-2：ウェブ申請の割合を35％から
        　　70％にする

        ■目標2　新人でも迷わない窓口にする
        　KR2-1：手引きの改訂
        　KR2-2：一人立ちまでの期間を6か月から3か月に短縮する

        ご意見は金曜までにお願いします。

        > KR2-1：手引きの改訂
        これは誰がやりますか？
        """,
        [
            (
                None,
                "電話を取らなくてよい窓口にする",
                "set",
                "電話の件数を月900件から400件に減らす（時間外を含む）",
            ),
            (None, "電話を取らなくてよい窓口にする", "set", "ウェブ申請の割合を35％から70％にする"),
            (None, "新人でも迷わない窓口にする", "set", "手引きの改訂"),
            (
                None,
                "新人でも迷わない窓口にする",
                "set",
                "一人立ちまでの期間を6か月から3か月に短縮する",
            ),
        ],
    ),
    (
        "semicolons, and groups whose first row names team and objective",
        "a.csv",
        """
        ﻿部署;目標;主要な成果;基準値;目標値;期限;他部署との調整
        総務;働きやすい職場;会議室の空振り予約;30%;5%;9月;
        ;;備品の欠品;月8件;月1件;9月;購買と合意済み
        法務;待たせない契約審査;平均審査日数;9日;4日;9月;営業部に依頼予定
        """,
        [
            ("総務", "働きやすい職場", "set", "会議室の空振り予約"),
            ("総務", "働きやすい職場", "set", "備品の欠品"),
            ("法務", "待たせない契約審査", "set", "平均審査日数"),
        ],
    ),
    (
        "YAML with Japanese keys, parked and empty",
        "a.yaml",
        """
        department: 法務部
        quarter: 2031Q2
        okrs:
          - o: 契約で事業を止めない
            krs:
              - 審査日数を9日から4日にする
              - kr: ひな型で済む契約の割合
                from: 30%
                to: 60%
                owner: 林
              - {title: 電子契約の割合を8割にする, status: 保留}
          - o: 相談しやすい法務
            krs: []
        backlog:
          - 研修動画の作成
        """,
        [
            ("法務部", "契約で事業を止めない", "set", "審査日数を9日から4日にする"),
            ("法務部", "契約で事業を止めない", "set", "ひな型で済む契約の割合"),
            ("法務部", "契約で事業を止めない", "parked", "電子契約の割合を8割にする"),
            ("法務部", None, "parked", "研修動画の作成"),
        ],
    ),
    (
        "teams as keys",
        "a.yaml",
        """
        teams:
          Infra:
            objectives:
              - title: Quiet pager
                key_results:
                  kr1: Pages from 40 to 10 a week
                  kr2:
                    description: MTTR under 30 min
                    owner: Bo
          Web:
            objectives:
              - title: Fast pages
                key_results:
                  - LCP p75 < 2 s
        """,
        [
            ("Infra", "Quiet pager", "set", "Pages from 40 to 10 a week"),
            ("Infra", "Quiet pager", "set", "MTTR under 30 min"),
            ("Web", "Fast pages", "set", "LCP p75 < 2 s"),
        ],
    ),
    (
        "bold lines that announce results and measures",
        "a.md",
        """
        # 部門OKR
        ## 営業部
        ### 目標：はじめての取引先に選ばれる
        **成果指標**
        1. 新規契約 月4件→9件
        2. 提案から返事までを3日以内に
        **施策**
        1. 提案書のひな型
        2. 同行訪問
        ## 開発部
        ### 目標：待たせない修正
        **成果指標**
        - 修正までの日数を12日から5日に
        """,
        [
            ("営業部", "はじめての取引先に選ばれる", "set", "新規契約 月4件→9件"),
            ("営業部", "はじめての取引先に選ばれる", "set", "提案から返事までを3日以内に"),
            ("開発部", "待たせない修正", "set", "修正までの日数を12日から5日に"),
        ],
    ),
    (
        'headings below "Objectives"',
        "a.md",
        """
        # Objectives

        ## Grow the community

        Key results:

        - 30 contributors
        - 5 maintainers

        ## Improve docs

        Key results:

        - All APIs documented
        """,
        [
            (None, "Grow the community", "set", "30 contributors"),
            (None, "Grow the community", "set", "5 maintainers"),
            (None, "Improve docs", "set", "All APIs documented"),
        ],
    ),
    (
        "a cell that lists several",
        "a.md",
        """
        | Objectives | Key Results |
        |---|---|
        | **Grow revenue** | 1. New ARR $2M<br>2. NRR 115% |
        | **Happy team** | eNPS 40 |
        """,
        [
            (None, "Grow revenue", "set", "New ARR $2M"),
            (None, "Grow revenue", "set", "NRR 115%"),
            (None, "Happy team", "set", "eNPS 40"),
        ],
    ),
    (
        "an empty label, remarks, a later section",
        "a.md",
        """
        # Objectives & Key Results — Security Guild

        **Timeframe:** FY31 H2
        **Owner:** Petra

        ## O1: Secrets stay secret

        Why: last year's leak.

        - **KR 1.1** – 100 % of repos scanned daily *(now 62 %)*
        - **KR 1.2** – No secret older than 90 days
          - rotation service
          - *Status:* on track
        - **KR 1.3** –

        ## O2: Everybody can report

        - **KR 2.1** – Reports answered within 1 day [dashboard](http://x.y/z)

        ## Stretch / later

        - bug bounty
        """,
        [
            (
                "Security Guild",
                "Secrets stay secret",
                "set",
                "100 % of repos scanned daily *(now 62 %)*",
            ),
            ("Security Guild", "Secrets stay secret", "set", "No secret older than 90 days"),
            (
                "Security Guild",
                "Everybody can report",
                "set",
                "Reports answered within 1 day [dashboard](http://x.y/z)",
            ),
        ],
    ),
    (
        "a column for each key result",
        "a.csv",
        """
        目標（Objective）,KR1,KR2,KR3
        笑顔の窓口,待ち時間を10分以内に,満足度4.5,苦情ゼロ
        速い窓口,処理日数を5日から2日に,オンライン申請7割,
        """,
        [
            (None, "笑顔の窓口", "set", "待ち時間を10分以内に"),
            (None, "笑顔の窓口", "set", "満足度4.5"),
            (None, "笑顔の窓口", "set", "苦情ゼロ"),
            (None, "速い窓口", "set", "処理日数を5日から2日に"),
            (None, "速い窓口", "set", "オンライン申請7割"),
        ],
    ),
    (
        "states in a column",
        "a.tsv",
        """
        ID\tType\tStatement\tStart\tTarget\tStatus
        1\tO\tQuiet streets at night\t\t\t
        1.1\tKR\tComplaints after 10 pm\t95\t30\tactive
        1.2\tKR\tTruck noise tested\t0\t40\tparked
        2\tO\tSafe crossings\t\t\t
        2.1\tKR\tAccidents at crossings\t7\t0\tdropped
        """,
        [
            (None, "Quiet streets at night", "set", "Complaints after 10 pm"),
            (None, "Quiet streets at night", "parked", "Truck noise tested"),
            (None, "Safe crossings", "dropped", "Accidents at crossings"),
        ],
    ),
    (
        "a company and its teams",
        "a.md",
        """
        ## Company OKR: FY31

        ### Objective: Sell what we build

        - KR: 30 demos a month (owner: Max)
        - KR: Win rate 20% → 30%

        #### Product

        ##### Objective: Build what sells

        - KR: 4 features from customer requests

        #### Sales

        ##### Objective: Hear what customers say

        - KR: 50 call notes a month
        """,
        [
            ("Company", "Sell what we build", "set", "30 demos a month (owner: Max)"),
            ("Company", "Sell what we build", "set", "Win rate 20% → 30%"),
            ("Product", "Build what sells", "set", "4 features from customer requests"),
            ("Sales", "Hear what customers say", "set", "50 call notes a month"),
        ],
    ),
    (
        "an item without children beside objectives",
        "a.md",
        """
        # 営業部OKR 2031上期

        1. 新しい顧客に選ばれる
           - 新規受注を月8件から15件にする
           - 提案の通過率を2割から4割にする
        2. いまの顧客に続けてもらう
           - 解約を年12件から4件にする
        3. 人を育てる
        """,
        [
            ("営業部", "新しい顧客に選ばれる", "set", "新規受注を月8件から15件にする"),
            ("営業部", "新しい顧客に選ばれる", "set", "提案の通過率を2割から4割にする"),
            ("営業部", "いまの顧客に続けてもらう", "set", "解約を年12件から4件にする"),
        ],
    ),
    (
        "lines above lists in a plain text",
        "a.txt",
        """
        Q1 OKRs 2031 (boat club)

        Boats ready by April
        - 12 hulls painted
        - all engines serviced

        More members under 30
        - 15 new members
        - beginner course full

        See you Sunday!
        - bring cake
        """,
        [
            ("boat club", "Boats ready by April", "set", "12 hulls painted"),
            ("boat club", "Boats ready by April", "set", "all engines serviced"),
            ("boat club", "More members under 30", "set", "15 new members"),
            ("boat club", "More members under 30", "set", "beginner course full"),
        ],
    ),
    (
        "a title that names OKRs and no period",
        "a.md",
        """
        # Harbour OKRs

        ## Berths that fit
        - Complaints from 40 to 10
        - Map online

        ## Quick locks
        - Waiting time from 50 to 20 min

        ## Links
        - [map](http://x)
        """,
        [
            ("Harbour", "Berths that fit", "set", "Complaints from 40 to 10"),
            ("Harbour", "Berths that fit", "set", "Map online"),
            ("Harbour", "Quick locks", "set", "Waiting time from 50 to 20 min"),
        ],
    ),
    (
        "minutes that report on key results",
        "a.md",
        """
        # Team meeting 2031-04-02

        ## OKRs
        - KR1: numbers are missing
        - KR2: on track, Jo to update

        ## Actions
        - Jo: mail the board
        """,
        [],
    ),
    (
        "an explanation, then an example",
        "a.md",
        """
        # OKRとは

        ## Objective
        - 定性的な目標

        ## Key Results
        - 測定可能な指標
        - 1つの目標に2〜4つ

        # 例：カフェの場合
        ## Objective
        常連に愛される店になる
        ## Key Results
        - 月4回以上来る客を30人から80人にする
        - 口コミ評価4.3以上
        """,
        [
            (None, "常連に愛される店になる", "set", "月4回以上来る客を30人から80人にする"),
            (None, "常連に愛される店になる", "set", "口コミ評価4.3以上"),
        ],
    ),
    (
        "definition lists",
        "a.md",
        """
        # H1 OKRs for the Data team

        Objective 1
        : Trusted numbers

        Key Result 1
        : 100% of dashboards have an owner

        # Notes
        text
        """,
        [
            ("Data team", "Trusted numbers", "set", "100% of dashboards have an owner"),
        ],
    ),
    (
        "one column for objectives and key results",
        "a.md",
        """
        # Finance OKRs H2 2031

        | # | Objective / Key Result | Owner | Target | Status |
        |---|---|---|---|---|
        | **1** | **Books closed before anybody asks** | CFO | | |
        | 1.1 | Close in 4 days | Ann | 4 d | 🟢 |
        | 1.2 | Late journals from 60 to 15 | Ann | 15 | 🟡 |
        | **2** | **Budget owners who know their numbers** | CFO | | |
        | 2.1 | 30 of 40 owners open the report monthly | Bo | 30 | 🟢 |
        """,
        [
            ("Finance", "Books closed before anybody asks", "set", "Close in 4 days"),
            ("Finance", "Books closed before anybody asks", "set", "Late journals from 60 to 15"),
            (
                "Finance",
                "Budget owners who know their numbers",
                "set",
                "30 of 40 owners open the report monthly",
            ),
        ],
    ),
    (
        "wrapped texts",
        "a.yaml",
        """
        version: 1
        cycle: 2031-H1
        okrs:
          - objective:
              title: Quiet launches
              owner: Eve
            key_results:
              - title: {en: No sev1 in launch week}
              - metric: Rollbacks
                baseline: 7
                target: 1
        """,
        [
            (None, "Quiet launches", "set", "No sev1 in launch week"),
            (None, "Quiet launches", "set", "Rollbacks"),
        ],
    ),
    (
        "items whose children carry labels",
        "a.md",
        """
        # Objectives

        1. **Be the calm choice**
           - KR 1: Refund requests < 2%
           - KR 2: 24/7 chat

        2. **Be the quick choice**
           - KR 1: Order in 3 clicks

        ## How we work
        - Weekly check
        """,
        [
            (None, "Be the calm choice", "set", "Refund requests < 2%"),
            (None, "Be the calm choice", "set", "24/7 chat"),
            (None, "Be the quick choice", "set", "Order in 3 clicks"),
        ],
    ),
    (
        "prose that defines",
        "a.md",
        """
        # Product strategy

        Our objective is to grow. Key results: we look at revenue.

        Objective: we want every team to own a goal.

        Key Result: a number that shows whether the goal is met.
        """,
        [],
    ),
]


@pytest.mark.parametrize(
    ("name", "document", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_structure(
    name: str, document: str, expected: list[tuple[str | None, str | None, str, str]]
) -> None:
    """The key results are found with team, objective and state, and nothing else."""
    source = textwrap.dedent(document).lstrip("\n").encode()
    read = readers.read(name, source=source)
    assert expected == [(kr.team, kr.objective, kr.state, kr.text) for kr in read.key_results]
