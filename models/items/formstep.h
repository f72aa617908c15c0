#pragma once

#include "models/items/formfield.h"

#include <QSet>

namespace waymark {

/// How far a page of a form is filled in.
enum class StepState : quint8 {
    Untouched,
    Current, ///< The user is there, and nothing is told to be wrong.
    Done,
    Problems, ///< Something is told to be wrong, whether the user is there or not.
};

/// A page of a form, as a stepper shows it.
struct FormStep
{
    int page = 0; ///< Its number in the form, from 0; pages without a question have no step.
    QString title = {};
    QString description = {};
    StepState state = StepState::Untouched;
    bool isCurrent = false;
    int errors = 0; ///< Of those that are shown.
    int lacking = 0; ///< Answers without which nothing can be made.
    QString summary = {}; ///< "orders-api, Checkout", "1 answer to fix", "Golden defaults".

    friend bool operator==(const FormStep &, const FormStep &) = default;
};

/// Where the user has been.
struct FormVisits
{
    int current = 0; ///< A page's number.
    QSet<int> left = {}; ///< Pages that were looked at.
};

/// The step of a page with these fields, members of groups among them.
[[nodiscard]] FormStep stepOf(const FormPage &page, int number, const QList<FormField> &fields,
                              const FormVisits &visits);

} // namespace waymark
