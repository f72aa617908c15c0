#include "models/plan/secretmask.h"

#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

/// A form with the secrets `token`, of any type, and `key`, and the plain answer `name`.
Form formWith(const QByteArray &answers)
{
    const LoadedTemplate loaded
        = SmallTemplate("{properties: {name: {}, token: {'ui:field': Secret}, "
                        "key: {'ui:field': Secret}}}")
              .loaded();
    return SmallTemplate::request(loaded, answers).form;
}

/// Bytes in stretches that each come from one answer, or from none where that is empty.
jinja::Rendered rendered(const QList<std::pair<QByteArray, QString>> &stretches)
{
    jinja::Rendered made;
    for (const auto &[bytes, answer] : stretches) {
        made.provenance.answers
            += jinja::Sources{.data = answer.isEmpty() ? QStringList() : QStringList{answer}};
        const qsizetype start = made.bytes.size();
        made.bytes += bytes;
        made.provenance.stretches.push_back(
            {.start = start,
             .end = made.bytes.size(),
             .answers = static_cast<int>(made.provenance.answers.size() - 1)});
    }
    return made;
}

} // namespace

class TestSecretMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageHoldsNoSecret_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("masked");
        QTest::newRow("plain") << "{token: s3cret}"_ba << u"It is s3cret."_s << u"It is ******."_s;
        QTest::newRow("inside a word") << "{token: s3cret}"_ba << u"as3cretb"_s << u"a******b"_s;
        QTest::newRow("twice") << "{token: abc}"_ba << u"abc abc"_s << u"****** ******"_s;
        QTest::newRow("two secrets, one of which begins the other")
            << "{token: abc, key: abcdef}"_ba << u"abcdef, abc"_s << u"******, ******"_s;
        QTest::newRow("a short one is part of other words")
            << "{token: a}"_ba << u"This is a table."_s << u"This is a table."_s;
        QTest::newRow("a short one in quotation marks")
            << "{token: ab}"_ba << u"“ab” and 'ab' and \"ab\" and `ab`, about"_s
            << u"“******” and '******' and \"******\" and `******`, about"_s;
        QTest::newRow("a short one that is all") << "{token: ab}"_ba << u"ab"_s << u"******"_s;
        QTest::newRow("a number") << "{token: 4711}"_ba << u"4711 is too much"_s
                                  << u"****** is too much"_s;
        QTest::newRow("a line of several")
            << "{token: \"first line\\nsecond\"}"_ba << u"second?"_s << u"******?"_s;
        QTest::newRow("in a list in a map")
            << "{token: {a: [deep1, {b: deep2}]}}"_ba << u"deep1 deep2"_s << u"****** ******"_s;
        QTest::newRow("an empty one") << "{token: ''}"_ba << u"“” is empty"_s << u"“” is empty"_s;
        QTest::newRow("none given") << "{}"_ba << u"null"_s << u"null"_s;
        QTest::newRow("an answer that is none")
            << "{name: orders}"_ba << u"orders"_s << u"orders"_s;
    }

    void aMessageHoldsNoSecret()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, message);
        QFETCH(const QString, masked);
        QCOMPARE(SecretMask(formWith(answers)).inMessage(message), masked);
    }

    /// As a key store or a list of certificates has them.
    void aSecretOfManyLinesIsFoundInTime()
    {
        QString secret;
        for (int line = 0; line < 20'000; ++line)
            secret += u"a line of this secret, the %1th\n}\n"_s.arg(line);
        Form form = formWith("{}");
        form.setAnswer({u"token"_s}, secret);
        const SecretMask mask(form);
        QCOMPARE(mask.inMessage(u"see: a line of this secret, the 4711th"_s), u"see: ******"_s);
        QCOMPARE(mask.inMessage(u"} is no secret"_s), u"} is no secret"_s);
        const QByteArray file = QByteArray("nothing of the secret stands here\n").repeated(100'000);
        QVERIFY(!mask.isWrittenIn(file));
        QVERIFY(mask.isWrittenIn(file + "  a line of this secret, the 19999th"));
        QVERIFY(mask.isWrittenIn(secret.toUtf8()));
    }

    void aMessageNamesAPathAsItIsShown_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("masked");
        QTest::newRow("the path") << u"keys/S3CRET.txt is there"_s << u"keys/******.txt is there"_s;
        QTest::newRow("a folder of it") << u"“keys/S3CRET.txt/” is"_s << u"“keys/******.txt/” is"_s;
        QTest::newRow("its name") << u"S3CRET.txt is a name"_s << u"******.txt is a name"_s;
        QTest::newRow("what is no secret") << u"“keys” is a folder"_s << u"“keys” is a folder"_s;
    }

    void aMessageNamesAPathAsItIsShown()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, masked);
        const SecretMask mask(formWith("{token: s3cret}"),
                              {{"keys/S3CRET.txt", "keys/******.txt"}});
        QCOMPARE(mask.inMessage(message), masked);
    }

    void aSecretThatIsSeveralFoldersIsMaskedAsAPath()
    {
        const SecretMask mask(formWith("{token: x/y}"), {{"a/X/Y", "a/******"}});
        QCOMPARE(mask.inMessage(u"a/X/Y is a path"_s), u"a/****** is a path"_s);
    }

    void everyPartOfAProblemIsMasked()
    {
        const SecretMask mask(formWith("{token: s3cret}"));
        const Problem problem{.code = u"a.b"_s,
                              .message = u"of s3cret"_s,
                              .file = u"s3cret.txt"_s,
                              .position = SourcePosition{2, 3},
                              .excerpt = u"x: s3cret"_s,
                              .hint = u"not s3cret"_s};
        const Problem masked = mask.masked(problem);
        QVERIFY(!masked.toString().contains(u"s3cret"));
        QCOMPARE(masked.toString().count(u"******"_s), 4);
        QCOMPARE(masked.code, problem.code);
        QCOMPARE(masked.position, problem.position);
    }

    void sourcesTellWhatComesFromASecret_data()
    {
        QTest::addColumn<QStringList>("data");
        QTest::addColumn<QStringList>("control");
        QTest::addColumn<bool>("isCovered");
        QTest::newRow("nothing") << QStringList() << QStringList() << false;
        QTest::newRow("an answer") << QStringList{u"name"_s} << QStringList() << false;
        QTest::newRow("a secret") << QStringList{u"token"_s} << QStringList() << true;
        QTest::newRow("both") << QStringList{u"name"_s, u"token"_s} << QStringList() << true;
        QTest::newRow("decided by one") << QStringList() << QStringList{u"token"_s} << false;
    }

    void sourcesTellWhatComesFromASecret()
    {
        QFETCH(const QStringList, data);
        QFETCH(const QStringList, control);
        QFETCH(const bool, isCovered);
        QCOMPARE(SecretMask(formWith("{token: s3cret}")).covers({data, control}), isCovered);
        QVERIFY(!SecretMask().covers({data, control}));
    }

    void renderedStretchesAreMaskedByWhereTheyComeFrom()
    {
        const SecretMask mask(formWith("{token: a, name: a}"));
        QCOMPARE(mask.masked(rendered({{"data-", {}}, {"a", u"token"_s}, {"/a", u"name"_s}})),
                 "data-******/a"_ba);
        QCOMPARE(mask.masked(rendered({{"a", u"token"_s}, {"A", u"token"_s}, {"!", {}}})),
                 "******!"_ba);
        QCOMPARE(mask.masked(rendered({{"a", u"token"_s}, {"", {}}, {"b", u"key"_s}})),
                 "******"_ba);
        QCOMPARE(mask.masked(rendered({{"a", {}}, {"", u"token"_s}, {"b", {}}})), "ab"_ba);
        QCOMPARE(mask.masked(jinja::Rendered{.bytes = "plain", .provenance = {}}), "plain"_ba);
    }

    void aTextIsMaskedWhereItsSourcesNameASecret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("masked");
        QTest::newRow("it holds the secret") << u"https://x/abc/"_s << u"token"_s << u"******"_s;
        QTest::newRow("it holds the secret and something made of it")
            << u"t=abc&u=ABC"_s << u"token"_s << u"******"_s;
        QTest::newRow("it is known how to show it")
            << u"https://y/abc"_s << u"token"_s << u"https://y/******"_s;
        QTest::newRow("it is known in two ways") << u"abcabc"_s << u"token"_s << u"******"_s;
        QTest::newRow("it is known, but no secret")
            << u"https://y/abc"_s << u"name"_s << u"https://y/abc"_s;
        QTest::newRow("it holds something made of it") << u"ABC"_s << u"token"_s << u"******"_s;
        QTest::newRow("it only looks like it") << u"abc"_s << u"name"_s << u"abc"_s;
        QTest::newRow("nothing came of it") << u""_s << u"token"_s << u""_s;
    }

    void aTextIsMaskedWhereItsSourcesNameASecret()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, answer);
        QFETCH(const QString, masked);
        const SecretMask mask(formWith("{token: abc, key: zq, name: x}"));
        mask.note(u"https://y/abc"_s, u"https://y/******"_s);
        mask.note(u"abcabc"_s, u"abc******"_s);
        mask.note(u"abcabc"_s, u"******abc"_s);
        QCOMPARE(SecretMask(mask).masked(text, {{answer}, {}}), masked);
    }
};

QTEST_APPLESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
