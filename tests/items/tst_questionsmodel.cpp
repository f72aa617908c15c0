#include "models/items/questionsmodel.h"

#include "tests/items/itemtesting.h"
#include "tests/support/exampletemplate.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// "title | answer | help", and what is special.
QString lineOf(const QModelIndex &index)
{
    QStringList parts = {index.data().toString(), index.data(QuestionsModel::AnswerRole).toString(),
                         index.data(QuestionsModel::HelpRole).toString()};
    if (index.data(QuestionsModel::NeededRole).toBool())
        parts += u"!"_s;
    if (index.data(QuestionsModel::GoldenRole).toBool())
        parts += u"golden: "_s + index.data(QuestionsModel::WhyRole).toString();
    parts.removeAll(QString());
    return parts.join(u" | "_s);
}

TemplateExample example()
{
    return exampleOf(ExampleTemplate().entry(), {});
}

TemplateExample smallExample()
{
    const ExampleTemplate place;
    return exampleOf(place.entry(), {});
}

} // namespace

class TestQuestionsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionIsARow()
    {
        QuestionsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setExample(smallExample());
        QCOMPARE(outline(model, lineOf),
                 u"Name | needed | Short and lower case. | !\n"
                 "Size | Small | golden: Most services need no more.\n"
                 "Copies | 2 | golden:\n"
                 "Token | secret\n"
                 "Zone | optional | Asked when “Size” is “Large”.\n"_s);
        QCOMPARE(model.index(0).data(QuestionsModel::PageRole).toString(), u"About it"_s);
    }

    void aScreenReaderHearsAllOfIt()
    {
        QuestionsModel model;
        model.setExample(smallExample());
        const QStringList lines = spokenOutline(model).split(u'\n');
        QCOMPARE(lines.at(0), u"Name, needed, Short and lower case."_s);
        QCOMPARE(lines.at(1), u"Size, Small, golden default"_s);
        QCOMPARE(lines.at(4), u"Zone, optional, Asked when “Size” is “Large”."_s);
    }

    void itSaysHowMuchHasToBeAnswered()
    {
        QuestionsModel model;
        QCOMPARE(model.summary(), QString());
        model.setExample(smallExample());
        QCOMPARE(model.summary(), u"1 needed, 3 can stay as they are"_s);
    }

    void aTemplateThatIsGoneStillTellsWhatItAsks()
    {
        QuestionsModel model;
        model.setExample(example()); // its folder is gone by then
        QCOMPARE(model.index(0).data().toString(), u"Name"_s);
        model.setExample({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestQuestionsModel)
#include "tst_questionsmodel.moc"
