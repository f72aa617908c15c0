#pragma once

#include "models/base/json.h"
#include "models/catalog/form.h"
#include "tests/support/testing.h"

namespace waymark {

/// The value of a JSON text in which ' stands for ".
inline Value json(const char *text)
{
    const Result<Value> value = parseJson(QByteArray(text).replace('\'', '"'));
    if (!value)
        qFatal("%s: %s", text, qPrintable(value.error().toString()));
    return *value;
}

/// A value as such a text.
inline QString toTest(const Value &value)
{
    return QString::fromUtf8(toJson(value).replace('"', '\''));
}

inline FormSchema schemaOf(const char *pages)
{
    const FormSchema::Read read = FormSchema::read(json(pages));
    for (const FormProblem &problem : read.problems)
        qWarning("%s: %s", qPrintable(problem.pointer), qPrintable(problem.problem.message));
    return read.schema;
}

inline Form formOf(const char *pages, const char *answers = "{}")
{
    return Form(schemaOf(pages), *json(answers).toMap());
}

/// "path: message" of every problem.
inline QStringList problemsOf(const Form &form)
{
    QStringList lines;
    for (const AnswerProblem &problem : form.problems())
        lines.append(toText(problem.path, Value(form.answers())) + QStringLiteral(": ")
                     + problem.problem.message);
    return lines;
}

} // namespace waymark
