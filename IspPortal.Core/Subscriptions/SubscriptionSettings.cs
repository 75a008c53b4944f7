using IspPortal.Core.Settings;

namespace IspPortal.Core.Subscriptions;

/// <summary>How lines are sold and kept; a page of the settings.</summary>
public sealed record SubscriptionSettings
{
    /// <summary>
    /// How user names are made: <c>{name}</c> the customer's first two names, <c>{first}</c> the first one, <c>{phone}</c> the last four digits of the phone, <c>{number}</c> the six digits of
    /// the subscription's number, <c>{month}</c> its year and month, <c>{router}</c> the router's name, <c>{plan}</c> the plan's short name, <c>{city}</c> the city.
    /// </summary>
    public string UsernamePattern { get; init; } = "{name}.{number}";

    /// <summary>How long generated passwords are, 8–32.</summary>
    public int PasswordLength { get; init; } = 10;

    /// <summary>How long a trial lasts, 1–90 days.</summary>
    public int TrialDays { get; init; } = 7;

    /// <summary>How often a line may be paused in a year, 0–12.</summary>
    public int PausesPerYear { get; init; } = 2;

    /// <summary>How long one pause may last, 1–366 days.</summary>
    public int LongestPauseDays { get; init; } = 92;

    /// <summary>How long the router keeps the disabled account of a line that ended, 0–365 days.</summary>
    public int KeepEndedDays { get; init; } = 30;

    /// <summary>From where a period counts that is renewed after it ran out: <c>old-end</c> or <c>renewal</c>.</summary>
    [OneOf("renewal", "old-end")]
    public string LateRenewalFrom { get; init; } = "renewal";
}
