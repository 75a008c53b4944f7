using IspPortal.Core.Audit;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Core.Network.Access;

/// <summary>What an owned line should be, apart from any router: one row per owned <see cref="AccessAccount"/>.</summary>
[Audited("access")]
internal sealed class DesiredAccessRecord
{
    private string? _fixedAddress;

    public Guid AccessId { get; set; }

    public AccessService Service { get; set; }

    [Personal]
    public required string Username { get; set; }

    /// <summary>Service and username as they are reserved in the portal; they stay reserved when the line ends. Unique.</summary>
    [NotAudited]
    public required string UsernameKey { get; set; }

    /// <summary>Null: not known (it could not be read when the line was imported); never written then.</summary>
    public string? Password { get; set; }

    /// <summary>Goes up with each change of the password: a placement that confirmed a lower one still has to get it.</summary>
    [NotAudited]
    public int PasswordRevision { get; set; }

    public AccessLifecycle Lifecycle { get; set; }

    public AccessHolds Holds { get; set; }

    public bool IsOverQuota { get; set; }

    /// <summary>The profile of its plan; null for static lines.</summary>
    public string? Profile { get; set; }

    public string? ThrottledProfile { get; set; }

    /// <summary>In RouterOS's words; static lines only.</summary>
    public string? RateLimit { get; set; }

    public string? ThrottledRateLimit { get; set; }

    /// <summary>Empty: none; null: not the portal's business.</summary>
    public string? FixedAddress
    {
        get => _fixedAddress;
        set
        {
            var before = FixedAddressNumber;
            (_fixedAddress, FixedAddressNumber) = (value, Ipv4.ToNumber(value));
            // One that is held for a later day is not given up with the address of today.
            ClaimedAddress = ClaimedAddress == before && FixedAddressNumber != before ? null : ClaimedAddress;
        }
    }

    /// <summary>The same as a number, for lists and ranges; null when there is none or it is not IPv4.</summary>
    [NotAudited]
    public long? FixedAddressNumber { get; private set; }

    /// <summary>
    /// The number again while the line holds it against all others; one that it is to get on a later day is held before it has it. Unique. Null: none, or another line had it before (both were taken
    /// over so).
    /// </summary>
    [NotAudited]
    public long? ClaimedAddress { get; set; }

    /// <summary>Empty: any; null: not the portal's business.</summary>
    public string? CallerId { get; set; }

    [Personal]
    public string? Note { get; set; }

    /// <summary>What <see cref="Note"/> was before: a comment on a router that still says exactly this follows. Null: nothing to follow.</summary>
    [Personal]
    public string? FormerNote { get; set; }

    /// <summary>When a terminated line's secret may go; null: at once.</summary>
    public DateTime? KeepDisabledUntilUtc { get; set; }

    /// <summary>Where it belongs while the other router of a pair serves it; null: it is served where it belongs.</summary>
    public Guid? HomeRouterId { get; set; }

    /// <summary>The number of the subscription that says what the line should be; null: it is kept by hand.</summary>
    public string? KeptBy { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }

    public AccessState State => AccessStateRule.StateOf(Lifecycle, Holds, IsOverQuota);

    public static string KeyOf(AccessService service, string username) => $"{service}:{username}";
}
