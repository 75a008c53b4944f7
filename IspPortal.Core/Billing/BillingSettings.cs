using System.Globalization;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Settings;

namespace IspPortal.Core.Billing;

/// <summary>How lines are billed; a page of the settings.</summary>
public sealed record BillingSettings
{
    /// <summary>The first day that the portal bills, as <c>yyyy-MM-dd</c>: what lies before it was billed elsewhere. Prepaid lines that began before it count as paid until their last day. Empty: no such day.</summary>
    public string BilledFrom { get; init; } = "";

    /// <summary>Where periods begin: <c>anniversary</c> (the day the line began), <c>fixed-day</c> or <c>calendar</c> (the 1st).</summary>
    [OneOf("anniversary", "fixed-day", "calendar")]
    public string Periods { get; init; } = "anniversary";

    /// <summary>The day of the month on which periods begin with <c>fixed-day</c>, 1–31; a shorter month has it on its last day.</summary>
    public int FixedDay { get; init; } = 1;

    /// <summary>What a part of a period is a part of: its own <c>days</c>, or <c>thirty</c> always.</summary>
    [OneOf("days", "thirty")]
    public string Proration { get; init; } = "days";

    /// <summary>A line that starts after this day of the month has its part and its next whole period on one bill, 1–31; 0: each on its own.</summary>
    public int InstalledAfterDay { get; init; }

    /// <summary>How many days before it begins a prepaid period is billed, 0–60.</summary>
    public int PrepaidIssueDaysBefore { get; init; } = 7;

    /// <summary>How many days after it ended a postpaid period is billed, 0–60.</summary>
    public int PostpaidIssueDaysAfter { get; init; }

    /// <summary>How many days after its issue a bill is due, 0–90.</summary>
    public int DueDaysAfterIssue { get; init; } = 10;

    /// <summary>The day of the month on which bills are due, 1–31; 0: by the days after their issue.</summary>
    public int DueDayOfMonth { get; init; }

    /// <summary>Whether days of isolir are billed: <c>yes</c>, <c>no</c>, or <c>until-day</c> the number of days below.</summary>
    [OneOf("yes", "no", "until-day")]
    public string WhileIsolated { get; init; } = "yes";

    /// <summary>How many days of an isolir are billed with <c>until-day</c>, 0–366.</summary>
    public int IsolatedBilledDays { get; init; }

    /// <summary>The share of the price that paused days cost, 0–100 %.</summary>
    public int PauseFeePercent { get; init; }

    /// <summary>From how many hours on an outage is credited, in whole days, 1–720; 0: never.</summary>
    public int OutageCreditFromHours { get; init; } = 24;

    /// <summary>The least that a bill comes to, in rupiah without tax; 0: no such limit.</summary>
    public long MinimumCharge { get; init; }

    /// <summary>A run whose total differs by more than this from that of the month before waits for an administrator, 1–1,000 %.</summary>
    public int RunLimitPercent { get; init; } = 50;

    /// <summary>Whether the bills of a run go to their customers by themselves; never while the portal only observes.</summary>
    public bool SendsBills { get; init; }

    /// <summary>Whether a run is prepared by itself every day; a person approves it.</summary>
    public bool PreparesRuns { get; init; }

    /// <summary>From which hour of the day on, 0–23.</summary>
    public int PrepareHour { get; init; } = 6;

    /// <summary>What they say to the generator.</summary>
    public BillingPolicy Policy => new()
    {
        Alignment = Periods switch { "fixed-day" => PeriodAlignment.FixedDay, "calendar" => PeriodAlignment.Calendar, _ => PeriodAlignment.Anniversary },
        FixedDay = FixedDay,
        Proration = Proration == "thirty" ? ProrationBasis.ThirtyDays : ProrationBasis.DaysOfPeriod,
        InstalledAfterDay = InstalledAfterDay == 0 ? null : InstalledAfterDay,
        PrepaidIssueDaysBefore = PrepaidIssueDaysBefore,
        PostpaidIssueDaysAfter = PostpaidIssueDaysAfter,
        DueDaysAfterIssue = DueDaysAfterIssue,
        DueDayOfMonth = DueDayOfMonth == 0 ? null : DueDayOfMonth,
        WhileIsolated = WhileIsolated switch { "no" => IsolatedBilling.No, "until-day" => IsolatedBilling.UntilDay, _ => IsolatedBilling.Yes },
        IsolatedBilledDays = IsolatedBilledDays,
        PauseFeePercent = PauseFeePercent,
        OutageCreditFromHours = OutageCreditFromHours == 0 ? null : OutageCreditFromHours,
    };

    /// <summary><see cref="BilledFrom"/> as a day; null: none.</summary>
    public DateOnly? BilledFromOn => DateOnly.TryParseExact(BilledFrom, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The least that a bill comes to.</summary>
    public Money Minimum => Money.Idr(MinimumCharge);
}
