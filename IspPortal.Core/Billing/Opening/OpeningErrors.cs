using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Expected failures with opening balances, and the codes of what is wrong with single rows. Failures of the file itself are <see cref="Common.Tables.TableErrors"/>.</summary>
public static class OpeningErrors
{
    /// <summary>A row says none of the things that can be brought along.</summary>
    public const string UnknownKind = "opening.unknown_kind";

    /// <summary>No customer has that code or number.</summary>
    public const string UnknownCustomer = "opening.unknown_customer";

    /// <summary>Several customers have that code.</summary>
    public const string AmbiguousCustomer = "opening.ambiguous_customer";

    /// <summary>No billing account has that number.</summary>
    public const string UnknownAccount = "opening.unknown_account";

    /// <summary>The billing account is another customer's.</summary>
    public const string OtherCustomers = "opening.other_customers";

    /// <summary>No line has that number or username.</summary>
    public const string UnknownLine = "opening.unknown_line";

    /// <summary>The line is another account's.</summary>
    public const string OtherAccounts = "opening.other_accounts";

    /// <summary>The account has several lines or none: say which.</summary>
    public const string LineNeeded = "opening.line_needed";

    /// <summary>Not a day.</summary>
    public const string NotADay = "opening.not_a_day";

    /// <summary>Not an amount of whole rupiah.</summary>
    public const string NotAnAmount = "opening.not_an_amount";

    /// <summary>Not a whole number above zero.</summary>
    public const string NotANumber = "opening.not_a_number";

    /// <summary>An invoice of after the cutover.</summary>
    public const string AfterCutover = "opening.after_cutover";

    /// <summary>The later day comes before the earlier one.</summary>
    public const string DaysReversed = "opening.days_reversed";

    /// <summary>Paid until before the line began.</summary>
    public const string BeforeStart = "opening.before_start";

    /// <summary>So far away that it must be a slip.</summary>
    public const string TooFar = "opening.too_far";

    /// <summary>A bill of the portal has that number.</summary>
    public const string NumberInUse = "opening.number_in_use";

    /// <summary>Line {0} of the file says the same.</summary>
    public const string Repeated = "opening.repeated";

    /// <summary>An earlier import brought it along with another amount or day.</summary>
    public const string BookedOtherwise = "opening.booked_otherwise";

    /// <summary>The line pays a deposit with a bill of the portal already.</summary>
    public const string DepositBilled = "opening.deposit_billed";

    /// <summary>The line has been billed by the portal already.</summary>
    public const string LineBilled = "opening.line_billed";

    /// <summary>The settings of receipts name no such place for cash.</summary>
    public const string UnknownPlace = "opening.unknown_place";

    /// <summary>There is no such series.</summary>
    public const string UnknownSeries = "opening.unknown_series";

    /// <summary>The series is at {0} already: numbers do not go back.</summary>
    public const string Backwards = "opening.backwards";

    /// <summary>An old invoice has number {0} of the series: the next one has to be above it.</summary>
    public const string OntoOldNumber = "opening.onto_old_number";

    /// <summary>The number is one that its series would give again: bring its next number along.</summary>
    public const string SeriesWouldReach = "opening.series_would_reach";

    /// <summary>There is no such import.</summary>
    public static Error NotFound { get; } = new("opening.not_found", ErrorKind.NotFound);

    /// <summary>The import is not in a state in which this can be done.</summary>
    public static Error WrongState { get; } = new("opening.wrong_state", ErrorKind.Conflict);

    /// <summary>The id was used for another file.</summary>
    public static Error IdTaken { get; } = new("opening.id_taken", ErrorKind.Conflict);

    /// <summary>No column says what the rows are.</summary>
    public static Error NoHeadings { get; } = Error.Invalid("opening.no_headings", new FieldError("file", "opening.no_headings"));

    /// <summary>Nothing in it is left to be booked.</summary>
    public static Error NothingToBook { get; } = new("opening.nothing_to_book", ErrorKind.Conflict);

    /// <summary>Something changed since the dry run: other rows would be booked than were looked at.</summary>
    public static Error Changed { get; } = new("opening.changed", ErrorKind.Conflict);

    /// <summary>Something else was posted for billing account {0} since: the import cannot be taken back as a whole.</summary>
    public static Error Used(string account) => new("opening.used", ErrorKind.Conflict, account);

    /// <summary>The cash of {0} is not there any more.</summary>
    public static Error CashGone(string place) => new("opening.cash_gone", ErrorKind.Conflict, place);

    /// <summary>The day of the cutover lies in the future or too far back.</summary>
    public static Error BadCutover { get; } = Error.Invalid("opening.bad_cutover", new FieldError("cutoverOn", "opening.bad_cutover"));
}
