using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Reads what a row says: pure, looks nothing up. Cells that its kind does not need are not looked at.</summary>
/// <param name="columns">The column of each field.</param>
public sealed class OpeningRowReader(IReadOnlyDictionary<OpeningField, int> columns)
{
    /// <summary>The longest old number; a suffix of the portal's fits behind it.</summary>
    public const int LongestNumber = 32;

    /// <summary>The longest note.</summary>
    public const int LongestNote = 200;

    /// <summary>The longest of other texts.</summary>
    public const int LongestText = 64;

    /// <summary>The largest amount of a row, in rupiah.</summary>
    public const long MostRupiah = 100_000_000_000;

    /// <summary>The field as problems name it: that of the forms and the API.</summary>
    public static string NameOf(OpeningField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    /// <summary>What the row says, with what is wrong with its cells.</summary>
    public OpeningDraft Read(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var problems = new List<FieldError>();
        if (Text(row, OpeningField.Kind, LongestText, problems) is not { } word)
        {
            return new(row.Number, null, [new FieldError(NameOf(OpeningField.Kind), "common.required")]);
        }

        if (OpeningColumns.KindOf(word) is not { } kind)
        {
            return new(row.Number, null, [new FieldError(NameOf(OpeningField.Kind), OpeningErrors.UnknownKind)]);
        }

        var hasAccount = kind is not (OpeningKind.CollectorCash or OpeningKind.NextNumber);
        var isInvoice = kind == OpeningKind.Invoice;
        var draft = new OpeningDraft(row.Number, kind, problems)
        {
            Customer = hasAccount ? Text(row, OpeningField.Customer, LongestText, problems) : null,
            Account = hasAccount ? Text(row, OpeningField.Account, LongestText, problems) : null,
            Line = hasAccount ? Text(row, OpeningField.Line, LongestText, problems) : null,
            Number = isInvoice ? Needed(Text(row, OpeningField.Number, LongestNumber, problems), OpeningField.Number, problems) : null,
            IssuedOn = isInvoice ? Needed(Day(row, OpeningField.IssuedOn, problems), OpeningField.IssuedOn, problems) : null,
            DueOn = isInvoice ? Needed(Day(row, OpeningField.DueOn, problems), OpeningField.DueOn, problems) : null,
            FromOn = isInvoice ? Day(row, OpeningField.FromOn, problems) : null,
            ToOn = isInvoice ? Day(row, OpeningField.ToOn, problems) : null,
            Amount = kind is OpeningKind.PaidUntil or OpeningKind.NextNumber ? default : Amount(row, problems),
            PaidUntilOn = kind == OpeningKind.PaidUntil ? Needed(Day(row, OpeningField.PaidUntilOn, problems), OpeningField.PaidUntilOn, problems) : null,
            Place = kind == OpeningKind.CollectorCash ? Needed(Text(row, OpeningField.Place, LongestText, problems), OpeningField.Place, problems) : null,
            Series = kind == OpeningKind.NextNumber ? Needed(Text(row, OpeningField.Series, LongestText, problems), OpeningField.Series, problems) : null,
            Next = kind == OpeningKind.NextNumber ? Next(row, problems) : null,
            Note = Text(row, OpeningField.Note, LongestNote, problems),
        };
        if (hasAccount && draft is { Customer: null, Account: null, Line: null })
        {
            problems.Add(new FieldError(NameOf(OpeningField.Customer), "common.required"));
        }

        return draft;
    }

    private string? Cell(TableRow row, OpeningField field) => columns.TryGetValue(field, out var at) && row[at].Trim() is { Length: > 0 } text ? text : null;

    private string? Text(TableRow row, OpeningField field, int longest, List<FieldError> problems)
    {
        if (Cell(row, field) is not { } text)
        {
            return null;
        }

        if (text.Length > longest)
        {
            problems.Add(new FieldError(NameOf(field), "common.too_long", longest));
            return text[..longest];
        }

        if (PlainText.Refuse(text, NameOf(field)) is { } dirty)
        {
            problems.AddRange(dirty.Fields);
        }

        return text;
    }

    private DateOnly? Day(TableRow row, OpeningField field, List<FieldError> problems)
    {
        if (Cell(row, field) is not { } text)
        {
            return null;
        }

        if (CellDays.Read(text) is not { } day)
        {
            problems.Add(new FieldError(NameOf(field), OpeningErrors.NotADay));
            return null;
        }

        return day;
    }

    private Money Amount(TableRow row, List<FieldError> problems)
    {
        var text = Cell(row, OpeningField.Amount);
        var amount = text is null ? null : CellMoney.Read(text);
        if (amount is not { Minor: > 0 and <= MostRupiah } money)
        {
            problems.Add(new FieldError(NameOf(OpeningField.Amount), text is null ? "common.required" : OpeningErrors.NotAnAmount));
            return default;
        }

        return money;
    }

    private long? Next(TableRow row, List<FieldError> problems)
    {
        var text = Cell(row, OpeningField.Next);
        if (text is null || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var next) || next is < 1 or > 999_999_999)
        {
            problems.Add(new FieldError(NameOf(OpeningField.Next), text is null ? "common.required" : OpeningErrors.NotANumber));
            return null;
        }

        return next;
    }

    // A cell that says something wrong was named already.
    private static T? Needed<T>(T? value, OpeningField field, List<FieldError> problems)
    {
        if (value is null && !problems.Exists(problem => problem.Field == NameOf(field)))
        {
            problems.Add(new FieldError(NameOf(field), "common.required"));
        }

        return value;
    }
}
