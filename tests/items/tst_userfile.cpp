#include "models/items/userfile.h"
#include "tests/support/testing.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestUserFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        VERIFY_RESULT(writeUserFile(path(u"a.yaml"_s), "name: orders\n"));
        const auto read = readUserFile(path(u"a.yaml"_s), 100);
        VERIFY_RESULT(read);
        QCOMPARE(*read, QByteArray("name: orders\n"));
    }

    void whatCannotBeReadOrWrittenIsTold()
    {
        const auto missing = readUserFile(path(u"missing"_s), 100);
        QVERIFY(!missing);
        QCOMPARE(missing.error().problem.code, u"file.unreadable"_s);
        QVERIFY(!missing.error().problem.hint.isEmpty());
        const auto unwritten = writeUserFile(path(u"no/such/folder"_s), "x");
        QVERIFY(!unwritten);
        QCOMPARE(unwritten.error().problem.code, u"file.unwritable"_s);
    }

    void whatIsTooLargeIsTold()
    {
        VERIFY_RESULT(writeUserFile(path(u"b"_s), QByteArray(101, 'x')));
        QCOMPARE(readUserFile(path(u"b"_s), 100).error().problem.code, u"file.too-large"_s);
        VERIFY_RESULT(readUserFile(path(u"b"_s), 101));
    }

    void aFileIsAnAnswerWithItsName()
    {
        VERIFY_RESULT(writeUserFile(path(u"a b.txt"_s), "hello"));
        const auto answer = fileAnswer(path(u"a b.txt"_s));
        VERIFY_RESULT(answer);
        QCOMPARE(answer->textOr(), u"data:text/plain;name=a%20b.txt;base64,aGVsbG8="_s);
        QVERIFY(fileAnswerText(answer->textOr()).startsWith(u"a b.txt, "));
    }

    void whatIsNoFileHasNoName()
    {
        QCOMPARE(fileAnswerText({}), QString());
        QCOMPARE(fileAnswerText(u"orders"_s), QString());
        QVERIFY(fileAnswerText(u"data:text/plain,abc"_s).startsWith(u"A file, "));
    }
};

QTEST_APPLESS_MAIN(TestUserFile)
#include "tst_userfile.moc"
