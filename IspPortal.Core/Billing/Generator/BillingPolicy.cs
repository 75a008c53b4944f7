using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>How an account, or one of its subscriptions, is billed. A value out of its range is a broken promise and throws.</summary>
public sealed record BillingPolicy
{
    /// <summary>Where periods begin.</summary>
    public PeriodAlignment Alignment { get; init; } = PeriodAlignment.Anniversary;

    /// <summary>The day of the month on which periods begin with <see cref="PeriodAlignment.FixedDay"/>, 1–31; a month that is too short has it on its last day.</summary>
    public int FixedDay { get; init; } = 1;

    /// <summary>What a part of a period is a part of.</summary>
    public ProrationBasis Proration { get; init; } = ProrationBasis.DaysOfPeriod;

    /// <summary>A line that starts after this day of a month (1–31) gets its part and its next whole period on one bill; null: each on its own. Without meaning for <see cref="PeriodAlignment.Anniversary"/>.</summary>
    public int? InstalledAfterDay { get; init; }

    /// <summary>Whether isolated days are billed.</summary>
    public IsolatedBilling WhileIsolated { get; init; } = IsolatedBilling.Yes;

    /// <summary>How many days of an isolir are billed with <see cref="IsolatedBilling.UntilDay"/>; 0 or more.</summary>
    public int IsolatedBilledDays { get; init; }

    /// <summary>For each paused day; nothing: see <see cref="PauseFeePercent"/>.</summary>
    public Money PauseFeePerDay { get; init; }

    /// <summary>The share of the price that paused days cost, 0–100; only where <see cref="PauseFeePerDay"/> is nothing.</summary>
    public int PauseFeePercent { get; init; }

    /// <summary>The tax rule of the pause fee; empty: that of the plan.</summary>
    public string PauseFeeTaxCode { get; init; } = "";

    /// <summary>How many days before a prepaid period begins it is billed; 0 or more.</summary>
    public int PrepaidIssueDaysBefore { get; init; } = 7;

    /// <summary>How many days after the day that follows a postpaid period it is billed; 0 or more.</summary>
    public int PostpaidIssueDaysAfter { get; init; }

    /// <summary>How many days after its issue a bill is due; 0 or more.</summary>
    public int DueDaysAfterIssue { get; init; } = 10;

    /// <summary>The day of the month on which bills are due, 1–31: the first such day on or after the issue; null: see <see cref="DueDaysAfterIssue"/>.</summary>
    public int? DueDayOfMonth { get; init; }

    /// <summary>From how many hours on an outage is credited, in whole days; null: never.</summary>
    public int? OutageCreditFromHours { get; init; } = 24;

    /// <summary>Where a late renewal of a prepaid line counts from.</summary>
    public LateRenewal LateRenewal { get; init; } = LateRenewal.Payment;

    /// <summary>
    /// Usage, top-ups, outage credits, pause fees and what comes back wait for the next bill that has days of a plan on it, or for the last bill of a line, instead of making a bill of their own.
    /// </summary>
    public bool SmallChargesWait { get; init; } = true;

    /// <summary>The tax rule of the fee for an early end; empty: none, as it pays for no service.</summary>
    public string EarlyEndTaxCode { get; init; } = "";

    /// <summary>The day on which a bill of <paramref name="issuedOn"/> is due.</summary>
    public DateOnly DueOn(DateOnly issuedOn)
    {
        if (DueDayOfMonth is not { } day)
        {
            return issuedOn.AddDays(DueDaysAfterIssue);
        }

        var first = new DateOnly(issuedOn.Year, issuedOn.Month, 1);
        var due = DayIn(first, day);
        return due >= issuedOn ? due : DayIn(first.AddMonths(1), day);
    }

    private static DateOnly DayIn(DateOnly firstOfMonth, int day) => firstOfMonth.AddDays(Math.Min(day, DateTime.DaysInMonth(firstOfMonth.Year, firstOfMonth.Month)) - 1);
}
