package dev.junitllm.score.answer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The units that are known, by their names. A name that means several units, such as <i>pounds</i>, stands for each of them.
 * Upper and lower case count where they make a difference ({@code mW}, {@code MW}).
 */
final class UnitTable {

    /** Dimension, factor to the base unit, names. Where a quotient stands, the factor has no end as a decimal number. */
    private static final String UNITS = """
            plain number; 1/100; %, percent, per cent
            plain number; 1/1000; ‰, per mille
            plain number; 1/1000000; ppm
            length; 0.000000001; nm, nanometre, nanometer
            length; 0.000001; μm, um, micrometre, micrometer, micron
            length; 0.001; mm, millimetre, millimeter
            length; 0.01; cm, centimetre, centimeter
            length; 0.1; dm, decimetre, decimeter
            length; 1; m, metre, meter
            length; 1000; km, kilometre, kilometer
            length; 0.0254; in, inch, inches
            length; 0.3048; ft, foot, feet
            length; 0.9144; yd, yds, yard
            length; 1609.344; mi, mile
            length; 1852; nmi, nautical mile
            area; 10000; ha, hectare
            area; 4046.8564224; ac, acre
            volume; 0.000001; ml, mL, millilitre, milliliter, cc
            volume; 0.00001; cl, cL, centilitre, centiliter
            volume; 0.0001; dl, dL, decilitre, deciliter
            volume; 0.001; l, L, litre, liter
            volume; 0.1; hl, hL, hectolitre, hectoliter
            volume; 0.003785411784; gal, gallon
            volume; 0.000946352946; qt, quart
            volume; 0.000473176473; pt, pint
            volume; 0.0002365882365; cup
            volume; 0.0000295735295625; fl oz, fluid ounce
            volume; 0.00001478676478125; tbsp, tablespoon
            volume; 0.00000492892159375; tsp, teaspoon
            mass; 0.000001; μg, ug, mcg, microgram
            mass; 0.001; mg, milligram
            mass; 1; g, gram, gramme
            mass; 1000; kg, kilo, kilogram, kilogramme
            mass; 1000000; t, tonne, metric ton, ton
            mass; 907184.74; short ton, ton
            mass; 28.349523125; oz, ounce
            mass; 453.59237; lb, lbs, pound
            time; 0.000000001; ns, nanosecond
            time; 0.000001; μs, microsecond
            time; 0.001; ms, msec, millisecond
            time; 1; s, sec, second
            time; 60; min, minute
            time; 3600; h, hr, hrs, hour
            time; 86400; d, day
            time; 604800; wk, wks, week
            calendar time; 1; mo, mos, month
            calendar time; 12; yr, yrs, year
            calendar time; 120; decade
            calendar time; 1200; century, centuries
            length per time; 1609.344/3600; mph
            length per time; 1000/3600; kph, kmh
            length per time; 1852/3600; kn, kt, knot
            energy; 1; J, joule
            energy; 1000; kJ, kilojoule
            energy; 1000000; MJ, megajoule
            energy; 3600; Wh, watt hour
            energy; 3600000; kWh, kilowatt hour
            energy; 3600000000; MWh, megawatt hour
            energy; 4.184; cal, calorie
            energy; 4184; kcal, Cal, kilocalorie, calorie
            power; 0.001; mW, milliwatt
            power; 1; W, watt
            power; 1000; kW, kilowatt
            power; 1000000; MW, megawatt
            power; 1000000000; GW, gigawatt
            power; 745.69987158227022; hp, horsepower
            pressure; 1; Pa, pascal
            pressure; 100; hPa, hectopascal, mbar, millibar
            pressure; 1000; kPa, kilopascal
            pressure; 1000000; MPa, megapascal
            pressure; 100000; bar
            pressure; 101325; atm, atmosphere
            pressure; 133.322387415; mmHg
            pressure; 4.4482216152605/0.00064516; psi
            force; 1; N, newton
            force; 1000; kN, kilonewton
            frequency; 1; Hz, hertz
            frequency; 1000; kHz, kilohertz
            frequency; 1000000; MHz, megahertz
            frequency; 1000000000; GHz, gigahertz
            voltage; 0.001; mV, millivolt
            voltage; 1; V, volt
            voltage; 1000; kV, kilovolt
            current; 0.001; mA, milliamp, milliampere
            current; 1; A, amp, ampere
            resistance; 1; Ω, ohm
            resistance; 1000; kΩ, kiloohm
            angle; 1; °, deg, degree
            data; 1; bit
            data; 1000; kbit, kb, kilobit
            data; 1000000; Mbit, Mb, megabit
            data; 1000000000; Gbit, Gb, gigabit
            data; 8; B, byte
            data; 8000; kB, KB, kilobyte
            data; 8000000; MB, megabyte
            data; 8000000000; GB, gigabyte
            data; 8000000000000; TB, terabyte
            data; 8192; KiB, kibibyte
            data; 8388608; MiB, mebibyte
            data; 8589934592; GiB, gibibyte
            data; 8796093022208; TiB, tebibyte
            data per time; 1; bps
            data per time; 1000; kbps
            data per time; 1000000; Mbps
            data per time; 1000000000; Gbps
            US dollars; 1; USD, US$, $, dollar, US dollar
            US dollars; 1/100; ¢, cent
            euros; 1; EUR, €, euro
            euros; 1/100; ¢, cent
            pounds sterling; 1; GBP, £, pound, pounds sterling
            pounds sterling; 1/100; penny, pence
            yen; 1; JPY, JP¥, ¥, yen
            yuan; 1; CNY, RMB, CN¥, ¥, yuan, renminbi
            Swiss francs; 1; CHF, Swiss franc, franc
            rupees; 1; INR, ₹, rupee
            won; 1; KRW, ₩, won
            roubles; 1; RUB, ₽, rouble, ruble
            Australian dollars; 1; AUD, A$, AU$, Australian dollar
            Canadian dollars; 1; CAD, C$, CA$, Canadian dollar
            New Zealand dollars; 1; NZD, NZ$, New Zealand dollar
            Singapore dollars; 1; SGD, S$, Singapore dollar
            Hong Kong dollars; 1; HKD, HK$, Hong Kong dollar
            reais; 1; BRL, R$, real, reais
            rand; 1; ZAR, rand
            Mexican pesos; 1; MXN, MX$, Mexican peso
            Swedish kronor; 1; SEK
            Norwegian kroner; 1; NOK
            Danish kroner; 1; DKK
            zloty; 1; PLN, zł, zloty
            Czech koruny; 1; CZK
            lira; 1; TRY, ₺, lira
            """;

    private static final Pattern WORD = Pattern.compile("(?<!\\p{L})\\p{Ll}{3,}$");

    private static final Map<String, List<Unit>> BY_NAME = Map.copyOf(new UnitIndex().byName);

    private UnitTable() {}

    /** What a name may mean; nothing where it is unknown. */
    static List<Unit> named(String name) {
        String key = canonical(name);
        List<Unit> exact = BY_NAME.get(key);
        if (exact != null) {
            return exact;
        }
        return key.length() < 2 ? List.of() : BY_NAME.getOrDefault(folded(key), List.of());
    }

    /** One spelling for m², m^2 and m2, for sq. ft and sq ft, for micro and ohm signs. */
    static String canonical(String name) {
        return Normalizer.normalize(name.replace('º', '°'), Normalizer.Form.NFKC)
                .replace("^", "")
                .replace(".", "")
                .replace('-', ' ')
                .replaceAll("\\s+", " ")
                .replace("° ", "°")
                .strip();
    }

    /** A name in lower case, marked so that no name is found by it unasked. */
    private static String folded(String name) {
        return "~" + name.toLowerCase(Locale.ROOT);
    }

    /** Builds the table. */
    private static final class UnitIndex {

        private final Map<String, List<Unit>> byName = new HashMap<>();

        UnitIndex() {
            UNITS.lines().map(line -> line.split("; ", 3)).forEach(cells -> {
                String[] names = cells[2].split(", ", -1);
                add(unit(cells[0], cells[1]), names);
                if (cells[0].equals("length")) {
                    addPowers(new BigDecimal(cells[1]), names);
                }
            });
            addTemperature("1/1", "273.15", "C", "celsius", "centigrade");
            addTemperature("5/9", "459.67", "F", "fahrenheit");
            add(unit("temperature", "1"), "K", "kelvin");
            foldCase();
        }

        private static Unit unit(String dimension, String factor) {
            String[] fraction = factor.split("/", 2);
            Unit unit = Unit.of(dimension, new BigDecimal(fraction[0]));
            return fraction.length == 1
                    ? unit
                    : new Unit(dimension, unit.numerator(), new BigDecimal(fraction[1]), BigDecimal.ZERO);
        }

        private void addPowers(BigDecimal factor, String... names) {
            Unit area = Unit.of("area", factor.pow(2));
            Unit volume = Unit.of("volume", factor.pow(3));
            for (String name : names) {
                add(area, name + "2", "square " + name, "sq " + name, "sq" + name);
                add(volume, name + "3", "cubic " + name, "cu " + name);
            }
        }

        private void addTemperature(String factor, String shift, String letter, String... names) {
            Unit plain = unit("temperature", factor);
            Unit scale = new Unit(plain.dimension(), plain.numerator(), plain.denominator(), new BigDecimal(shift));
            Stream.concat(Stream.of(letter), Stream.of(names))
                    .forEach(name -> add(scale, "°" + name, "deg " + name, "degree " + name, "degrees " + name));
            add(scale, "deg" + letter);
            add(scale, names);
        }

        /** Adds names, and plurals of those that are words. */
        private void add(Unit unit, String... names) {
            for (String name : names) {
                put(name, unit);
                if (WORD.matcher(name).find()) {
                    put(name + "s", unit);
                }
            }
        }

        private void put(String name, Unit unit) {
            List<Unit> meanings = byName.computeIfAbsent(canonical(name), key -> new ArrayList<>());
            if (!meanings.contains(unit)) {
                meanings.add(unit);
            }
        }

        /** A name in any other case is known where all names it could be mean the same. */
        private void foldCase() {
            Map<String, List<List<Unit>>> folded = new HashMap<>();
            byName.forEach((name, meanings) -> folded.computeIfAbsent(folded(name), key -> new ArrayList<>())
                    .add(meanings));
            folded.forEach((name, all) -> {
                if (all.stream().distinct().count() == 1) {
                    byName.put(name, all.get(0));
                }
            });
        }
    }
}
