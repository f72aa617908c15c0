#include "models/items/messagedraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestMessageDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageHasASubjectAndABody_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("body");
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("a line") << u"Create orders"_s << u"Create orders"_s << QString();
        QTest::newRow("both") << u"Create orders\n\nBecause.\n\nAnd."_s << u"Create orders"_s
                              << u"Because.\n\nAnd."_s;
        QTest::newRow("no empty line")
            << u"Create orders\nBecause."_s << u"Create orders"_s << u"Because."_s;
        QTest::newRow("too many") << u"Create orders\n\n\n\nBecause."_s << u"Create orders"_s
                                  << u"Because."_s;
    }

    void aMessageHasASubjectAndABody()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, subject);
        QFETCH(const QString, body);
        const MessageDraft draft(message);
        QCOMPARE(draft.subject(), subject);
        QCOMPARE(draft.body(), body);
    }

    void itIsPutTogetherAsGitWantsIt()
    {
        QCOMPARE(MessageDraft(u"a"_s, u"b\nc\n\n"_s).message(), u"a\n\nb\nc"_s);
        QCOMPARE(MessageDraft(u" a "_s, u" \n"_s).message(), u"a"_s);
        QCOMPARE(MessageDraft(u""_s, u""_s).message(), u""_s);
        QCOMPARE(MessageDraft(u"a\nb"_s, u""_s).message(), u"a b"_s);
    }

    void charactersAreCountedAsPeopleDo()
    {
        QCOMPARE(MessageDraft(u"abc"_s).subjectLength(), 3);
        QCOMPARE(MessageDraft(u"\U0001F600e\u0301"_s).subjectLength(), 2);
        QCOMPARE(MessageDraft(QString()).subjectLength(), 0);
        QCOMPARE(MessageDraft(u"abc"_s).counter(), u"3 of 72"_s);
    }

    void theSubjectHasALimit()
    {
        QVERIFY(!MessageDraft(QString(72, u'x')).isTooLong());
        QVERIFY(MessageDraft(QString(73, u'x')).isTooLong());
    }

    void theUsualMessageNeedNotBeKept()
    {
        const QString usual = u"Create orders\n\nWhy."_s;
        QVERIFY(MessageDraft(usual).isSame(usual));
        QVERIFY(MessageDraft(u"Create orders"_s, u"Why.\n"_s).isSame(usual));
        QVERIFY(MessageDraft(u""_s, u""_s).isSame(usual));
        QVERIFY(!MessageDraft(u"Create orders"_s, u""_s).isSame(usual));
    }
};

QTEST_MAIN(TestMessageDraft)
#include "tst_messagedraft.moc"
