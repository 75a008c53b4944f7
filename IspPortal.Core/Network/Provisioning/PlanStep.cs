namespace IspPortal.Core.Network.Provisioning;

/// <summary>One change of one item of a router, with what was there before. Passwords are apart from the other properties: they are never shown.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Menu">The menu's path (<see cref="RouterMenus"/>).</param>
/// <param name="Key">The item's key in that menu as it is before the step; for an item still to be made its coming key.</param>
/// <param name="Reason">Why, as a stable code: <c>access.isolate</c>, <c>profile.speed</c>, <c>kit.install</c>.</param>
public sealed record PlanStep(PlanVerb Verb, string Menu, string Key, string Reason)
{
    /// <summary>The line it is about; null for profiles and parts of a kit.</summary>
    public Guid? AccessId { get; init; }

    /// <summary>The router's id of the item when it was read; a hint only. For a kick the id of the session that is meant: a newer session is left alone.</summary>
    public string? ItemId { get; init; }

    /// <summary>The properties that the step changes, as they are now; null values were unknown or not there. For a removal the whole item.</summary>
    public IReadOnlyDictionary<string, string?> Before { get; init; } = Empty;

    /// <summary>The same properties as they will be; for a new item all of them. An empty value clears a property.</summary>
    public IReadOnlyDictionary<string, string?> After { get; init; } = Empty;

    /// <summary>The password before, where the router showed it; null when unknown: then undoing leaves the password alone.</summary>
    public string? PasswordBefore { get; init; }

    /// <summary>The password that the step writes; null: none.</summary>
    public string? PasswordAfter { get; init; }

    /// <summary>The tag by which the item is found again (<see cref="OwnershipTag"/>); null for a live session or a profile that is not adopted.</summary>
    public string? Tag { get; init; }

    /// <summary>The tag of the rule before which a new firewall rule is placed, or a property query such as <c>action=fasttrack-connection</c>; null: at the end.</summary>
    public string? PlaceBefore { get; init; }

    /// <summary>No properties.</summary>
    public static IReadOnlyDictionary<string, string?> Empty { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether the step cuts a line off from all but the pay page: by the isolir profile, by an entry of the isolir list, or by ending the session for that.</summary>
    public bool Isolates(string isolirProfile, string isolirList) => AccessId is not null && Verb switch
    {
        PlanVerb.Kick => Reason == "access.isolate",
        PlanVerb.Add when Menu == RouterMenus.AddressList => After.GetValueOrDefault("list") == isolirList,
        PlanVerb.Add or PlanVerb.Set => After.GetValueOrDefault("profile") == isolirProfile,
        _ => false,
    };

    /// <summary>The step that takes this one back; null when there is nothing to take back (a kick).</summary>
    public PlanStep? Undo() => Verb switch
    {
        PlanVerb.Add => this with { Verb = PlanVerb.Remove, ItemId = null, Before = After, After = Empty, PasswordBefore = PasswordAfter, PasswordAfter = null, Reason = "plan.undo", PlaceBefore = null },
        PlanVerb.Remove => this with { Verb = PlanVerb.Add, ItemId = null, Before = Empty, After = Before, PasswordBefore = null, PasswordAfter = PasswordBefore, Reason = "plan.undo" },
        PlanVerb.Set => this with
        {
            Key = After.TryGetValue("name", out var renamed) && renamed is not null ? renamed : Key,
            Before = After,
            After = Before,
            PasswordBefore = PasswordAfter,
            PasswordAfter = PasswordBefore,
            Reason = "plan.undo",
        },
        _ => null,
    };
}
