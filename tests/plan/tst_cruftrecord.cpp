#include "models/plan/cruftrecord.h"

#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace Qt::StringLiterals;
using waymark::testing::CookiecutterTemplate;

class TestCruftRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The order and the layout are those of `cruft create`.
    void theRecordIsCrufts()
    {
        const CookiecutterTemplate made("{'name': 'ü', 'map': {'k': '{{ cookiecutter.name }}'}, "
                                        "'last': '{{ cookiecutter.name }}!', '_list': []}");
        const TemplateIdentity identity{.url = u"https://example.org/t.git"_s,
                                        .path = u"sub"_s,
                                        .ref = u"main"_s,
                                        .commit = QByteArray(40, 'a')};
        const auto record = toCruftRecord(made.loaded().entry.definition, made.form(), identity);
        QVERIFY(record);
        QCOMPARE(QString::fromUtf8(*record), uR"({
  "template": "https://example.org/t.git",
  "commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "checkout": null,
  "context": {
    "cookiecutter": {
      "name": "ü",
      "last": "ü!",
      "_list": [],
      "map": {
        "k": "ü"
      },
      "_template": "https://example.org/t.git",
      "_commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    }
  },
  "directory": "sub"
}
)"_s);
    }

    void whatCruftCouldNotFetchHasNone()
    {
        const CookiecutterTemplate made("{'name': 'n'}");
        const Template definition = made.loaded().entry.definition;
        QVERIFY(!toCruftRecord(definition, made.form(), {.name = u"n"_s}));
        QVERIFY(!toCruftRecord(definition, made.form(), {.url = u"https://example.org"_s}));
        QVERIFY(!toCruftRecord(Template(), made.form(),
                               {.url = u"u"_s, .commit = QByteArray(40, 'a')}));
    }
};

QTEST_MAIN(TestCruftRecord)

#include "tst_cruftrecord.moc"
