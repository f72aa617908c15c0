#include "models/catalog/formats.h"

#include <QTest>

using namespace waymark;

class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFormatTakesWhatItShould_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *format, const char *text, bool fits) {
            QTest::addRow("%s %s", format, text)
                << QString::fromLatin1(format) << QString::fromLatin1(text) << fits;
        };
        row("email", "ada@example.org", true);
        row("email", "ada+tag@sub.example.org", true);
        row("email", "ada", false);
        row("email", "@example.org", false);
        row("email", "a da@example.org", false);
        row("email", ".ada@example.org", false);
        row("email", "ada@-example.org", false);
        row("uri", "https://example.org/docs?a=b#c", true);
        row("uri", "mailto:ada@example.org", true);
        row("uri", "example.org", false);
        row("uri", "https://exa mple.org", false);
        row("uri", "1x:y", false);
        row("date", "2026-05-24", true);
        row("date", "2024-02-29", true);
        row("date", "2026-02-29", false);
        row("date", "2026-5-4", false);
        row("date-time", "2026-05-24T10:00:00Z", true);
        row("date-time", "2026-05-24t10:00:00.123+02:00", true);
        row("date-time", "2026-05-24T10:00:00", false);
        row("date-time", "2026-05-24", false);
        row("date-time", "2026-05-24T25:00:00Z", false);
        row("time", "10:00:00Z", true);
        row("time", "23:59:60Z", true);
        row("time", "10:00Z", false);
        row("time", "10:00:00.Z", false);
        row("hostname", "example.org", true);
        row("hostname", "a-b.c1", true);
        row("hostname", "-a.org", false);
        row("hostname", "a..b", false);
        row("hostname", "a_b.org", false);
        row("ipv4", "192.0.2.1", true);
        row("ipv4", "192.0.2.256", false);
        row("ipv4", "192.0.2", false);
        row("ipv4", "192.0.02.1", false);
        row("ipv6", "2001:db8::1", true);
        row("ipv6", "::", true);
        row("ipv6", "::ffff:192.0.2.1", true);
        row("ipv6", "1:2:3:4:5:6:7:8", true);
        row("ipv6", "1:2:3:4:5:6:7", false);
        row("ipv6", "1::2::3", false);
        row("ipv6", "g::1", false);
        row("uuid", "123e4567-e89b-12d3-a456-426614174000", true);
        row("uuid", "123e4567e89b12d3a456426614174000", false);
        row("regex", "^[a-z]+$", true);
        row("regex", "[a-z", false);
        row("data-url", "data:text/plain;base64,aGk=", true);
        row("data-url", "hello", false);
        row("colour-of-the-sky", "anything", true);
    }
    void aFormatTakesWhatItShould()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, text);
        QFETCH(const bool, fits);
        QCOMPARE(fitsFormat(text, format), fits);
    }

    void everyKnownFormatHasWords()
    {
        for (const char *format : {"email", "uri", "date", "date-time", "time", "hostname", "ipv4",
                                   "ipv6", "uuid", "regex", "data-url"})
            QVERIFY2(!formatInWords(QString::fromLatin1(format)).isEmpty(), format);
        QVERIFY(formatInWords(QStringLiteral("colour")).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
