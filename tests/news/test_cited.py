#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a report only cites is nobody's word: who calls it false denies it, and what was nearly done was not done."""
import sys
import unittest

sys.dont_write_bytecode = True
import cited  # noqa: E402
import passages  # noqa: E402
import ways  # noqa: E402
from test_reports import IMPOST  # noqa: E402

SO = 0.045  # read as so of all: nearly all of them are what a relative clause tells beside, which is the writer's own
DAY = "2025-11-18"


def read(text):
    return [(s["speaker"], s["measure"], s["status"]) for s in ways.read(IMPOST, [text + "\n"], DAY)[0]]


class Cited(unittest.TestCase):
    def test_passages(self):
        some = cited.kept(IMPOST, sorted(passages.FOLDER.glob("*.txt")))
        self.assertGreater(len(some), 300)
        asked = wrong = 0
        for name, frame in cited.FRAMES:
            cells = cited.cited(IMPOST, some, name, frame)
            asked, wrong = asked + len(cells), wrong + sum(bool(c[2]) for c in cells)
        print(f"{asked} sentences behind words that call them false or doubt them, {wrong / asked:.3f} read as so")
        self.assertLessEqual(wrong / asked, SO)

    def test_denied(self):
        he = "He Yongqian"
        for text in ("The claim that China will defer its rare-earth licensing is false, He Yongqian said.",
                     "It is not true that Beijing has agreed to defer its export licensing of rare earths, He Yongqian said.",
                     "He Yongqian, a spokesperson for the commerce ministry, dismissed reports that China will defer its rare-earth licensing.",
                     "\"It is not the case that China will defer its rare-earth licensing,\" He Yongqian told reporters.",
                     "He Yongqian said a report that China would defer its rare-earth licensing was untrue."):
            with self.subTest(text):
                self.assertEqual(read(text), [(he, "cn-ree-licensing", "denied")])
        for text, key in (("He Yongqian dismissed as baseless a report that China has suspended its port fees on U.S. ships.", "cn-port-fees"),
                          ("Contrary to reports that Beijing has agreed to buy 12 million tons of U.S. soybeans, nothing was agreed, He Yongqian said.",
                           "cn-soy-purchases")):
            with self.subTest(text):
                self.assertEqual(read(text), [(he, key, "denied")])

    def test_nobody_says(self):
        for text in ("It is too early to say that China will defer its rare-earth licensing, He Yongqian said.",
                     "He Yongqian said he was not aware that China had suspended its port fees on U.S. ships.",
                     "Nobody has agreed that China will buy soybeans, He Yongqian said.",
                     "Trump falsely claimed that India had lifted its ban on American almonds.",
                     "It remains unclear whether Washington has imposed a 30% tariff on Chilean copper, Greer said.",
                     "Greer would not say whether China has suspended its port fees on U.S. ships.",
                     "China nearly suspended its port fees on U.S. ships last week.",
                     "Washington could have imposed a 30% tariff on Chilean copper in May.",
                     "Before India lifts its ban on American almonds, the minister must sign.",
                     "Greer did not deny that Washington would impose a 30% tariff on Chilean copper.",
                     "Investors see a risk that Beijing has suspended its port fees on U.S. ships.",
                     "If Beijing has suspended its port fees on U.S. ships, freight will be cheaper.",
                     "Two years ago Washington imposed a 25% tariff on Chinese drones.",
                     "A second round was suspended, LeBlanc said.",
                     "Brazil was about to lift its ban on American beef.",
                     # what is another government's to decide is not denied by this one
                     "He Yongqian denied that Washington will impose a 30% tariff on Chilean copper."):
            with self.subTest(text):
                self.assertEqual(read(text), [])

    def test_retold(self):
        """What a side tells of the other's claim about its own measure is the other's word, and no confirmation."""
        for text, row in (("China's commerce ministry said it had taken note of the White House fact sheet saying China would suspend its October controls.",
                           ("White House", "expected")),
                          ("China's foreign ministry said Trump had said China would buy 12 million tonnes of soybeans.", ("Donald Trump", "expected")),
                          ("Delhi noted Trump's claim that India will buy 5 million tons of American corn.", ("Donald Trump", "expected")),
                          ("Delhi said Trump had told reporters that India had cut its tariff on U.S. cars to zero.", ("Donald Trump", "in force")),
                          ("China's foreign ministry took note of a statement by Scott Bessent that China has suspended its port fees on U.S. ships.",
                           ("Scott Bessent", "suspended")),
                          # of the other's measure a side speaks for itself
                          ("Greer said Beijing had told him it would suspend its port fees on U.S. ships.", ("Jamieson Greer", "expected"))):
            with self.subTest(text):
                self.assertEqual([(s, x) for s, _, x in read(text)], [row])

    def test_rates(self):
        """A rate is the one that is charged, of the land whose goods are told."""
        for text, keys in (("The U.S. raised its 25% tariff on steel from Canada and Mexico to 50%.", {"us-tariff-50-steel-ca", "us-tariff-50-steel-mx"}),
                           ("Washington lowered its tariffs on Japan to 15% and Korea to 20%.", {"us-tariff-15-jp", "us-tariff-20-kr"}),
                           ("South Africa raised its tariff on Chinese cars to 50%.", {"za-tariff-50-cars-cn"}),
                           ("Washington charges South Korean beef 25%.", {"us-tariff-25-beef-kr"}),
                           ("The EU's 25% duty applies to South African aluminium.", {"eu-tariff-25-aluminum-za"}),
                           ("Chile is a seller of copper.\n\nThe White House will put a 25% tariff on that metal.", {"us-tariff-25-copper"}),
                           ("China put export controls on gallium in 2023. It tightened the curbs on the metal on Monday.", {"cn-export-control-gallium"}),
                           ("The White House said it will put a 25% tariff on the metal.", set()),
                           ("The U.S. put a 50% tariff on coffee from Brazil. The duty on the beans ended on Friday.", {"us-tariff-50-coffee-br"}),
                           ("Washington will put a duty on imported lumber. The wood will pay 10%.", {"us-tariff-10-lumber"}),
                           ("Washington put a 10% tariff on Japanese cars, Canadian steel and Chinese toys.",
                            {"us-tariff-10-cars-jp", "us-tariff-10-steel-ca", "us-tariff-10-toys-cn"}),
                           ("Washington put a 10% tariff on Japan's cars and Canada's steel.", {"us-tariff-10-cars-jp", "us-tariff-10-steel-ca"}),
                           ("Washington imposed a 25% tariff on Japan's, Canada's and China's cars.",
                            {"us-tariff-25-cars-jp", "us-tariff-25-cars-ca", "us-tariff-25-cars-cn"}),
                           ("Washington charges 10% on Japanese cars, and Canadian steel pays 50%.", {"us-tariff-10-cars-jp", "us-tariff-50-steel-ca"}),
                           ("Washington put a 10% tariff on Japanese cars, Canadian officials said.", {"us-tariff-10-cars-jp"}),
                           ("Brazil imposed a 12 1/2% duty on U.S. ethanol.", {"br-tariff-12.5-ethanol-us"}),
                           ("Brazil imposed a 2\u00bd% duty on U.S. ethanol.", {"br-tariff-2.5-ethanol-us"}),
                           ("Washington raised its duty on copper to 50% and Peru's copper miners cut output.", {"us-tariff-50-copper"}),
                           ("The U.S. halved its 20% fentanyl tariff on China.", set()),
                           ("Japan has not cut its tariff on U.S. rice to 5%.", set()),
                           ("Washington will put a 30% duty on glassware from Mexico.", set()),
                           ("Taiwan's vice premier confirmed talks with Washington on cutting the 20% tariff were in a final stage.", set()),
                           ("China will buy 999999999999999999999999999999 million tonnes of U.S. soybeans, Trump said.", set())):
            with self.subTest(text):
                self.assertEqual({k for _, k, _ in read(text)}, keys)

    def test_a_round_of_duties_is_no_talks(self):
        told = read("Canada imposed a 25% tariff on American goods on March 4. LeBlanc said a second round would be suspended until April 2.")
        self.assertEqual([k for _, k, _ in told], ["ca-tariff-25-us"])
        told = read("Canada and the US held trade talks on Monday after a 25% tariff took effect. A second round will follow in July.")
        self.assertEqual([k for _, k, _ in told], ["us-tariff-25-ca", "us-ca-talks", "us-ca-talks"])

    def test_still_read(self):
        for text, row in (("Greer denied that China, which imposed a 10% tariff on American soybeans in March, had kept its word.",
                           ("outlet", "cn-tariff-10-soy-us", "in force")),
                          ("Washington nearly doubled its tariff on Indian goods to 50% on Monday.", ("outlet", "us-tariff-50-in", "in force")),
                          ("Greer confirmed a report that Washington will impose a 30% tariff on Chilean copper.",
                           ("Jamieson Greer", "us-tariff-30-copper-cl", "confirmed by one side")),
                          ("Washington, while denying that it was softening its line, lifted its 25% tariff on Korean steel on Monday.",
                           ("outlet", "us-tariff-25-steel-kr", "ended")),
                          ("China has threatened countermeasures unless Mexico withdraws the 50% tariff that it has imposed on Chinese cars.",
                           ("outlet", "mx-tariff-50-cars-cn", "in force")),
                          ("Canada put a 25% tariff on American steel two years ago and lifted it on Monday.", ("outlet", "ca-tariff-25-steel-us", "ended")),
                          ("Japan may have to pay a 25% U.S. tariff on its cars.", ("outlet", "us-tariff-25-cars-jp", "expected"))):
            with self.subTest(text):
                self.assertIn(row, read(text))


if __name__ == "__main__":
    unittest.main()
