using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>Turns a wanted line into the items it needs on its router.</summary>
internal static class AccessItems
{
    /// <summary>The menu that holds accounts of a service.</summary>
    public static string MenuOf(AccessService service) => service switch
    {
        AccessService.Pppoe => RouterMenus.PppSecret,
        AccessService.Hotspot => RouterMenus.HotspotUser,
        _ => RouterMenus.SimpleQueue,
    };

    /// <summary>The menu that holds profiles of a service; null for static lines.</summary>
    public static string? ProfileMenuOf(AccessService service) => service switch
    {
        AccessService.Pppoe => RouterMenus.PppProfile,
        AccessService.Hotspot => RouterMenus.HotspotProfile,
        _ => null,
    };

    /// <summary>Why a line is disabled on the partner that does not serve it.</summary>
    public const string StandbyReason = "access.standby";

    public static string ReasonOf(AccessState state) => state switch
    {
        AccessState.Isolated => "access.isolate",
        AccessState.Disabled => "access.disable",
        AccessState.Throttled => "access.throttle",
        AccessState.Absent => "access.remove",
        _ => "access.activate",
    };

    /// <summary>The profile the account should have now.</summary>
    public static string? ProfileOf(DesiredAccess access) => access.State switch
    {
        AccessState.Isolated => access.IsolirProfile,
        AccessState.Throttled => access.ThrottledProfile ?? access.Profile,
        _ => access.Profile,
    };

    /// <summary>The secret, hotspot user or queue.</summary>
    public static DesiredItem Main(DesiredAccess access)
    {
        List<KeyValuePair<string, string>> fields = [new("name", access.Username)];
        List<KeyValuePair<string, string>> whenNew = [];
        switch (access.Service)
        {
            case AccessService.Pppoe:
                whenNew.Add(new("service", "pppoe"));
                Add(fields, "profile", ProfileOf(access));
                Add(fields, "remote-address", access.FixedAddress);
                Add(fields, "caller-id", access.CallerId);
                break;
            case AccessService.Hotspot:
                Add(fields, "profile", ProfileOf(access));
                Add(fields, "address", access.FixedAddress);
                Add(fields, "mac-address", access.CallerId);
                break;
            default:
                Add(fields, "target", access.FixedAddress);
                AddSpeed(fields, access.State == AccessState.Throttled ? access.ThrottledRateLimit ?? access.RateLimit : access.RateLimit);
                break;
        }

        // A queue that is switched off would only lift the limit: a static line is cut off by a list instead.
        fields.Add(new("disabled", access.State is AccessState.Disabled or AccessState.Absent && access.Service != AccessService.Static ? "yes" : "no"));
        return new DesiredItem(MenuOf(access.Service), access.Username, OwnershipTag.For(access.AccessId))
        {
            AccessId = access.AccessId,
            Fields = fields,
            FieldsWhenNew = whenNew,
            Note = access.Note,
            FormerNote = access.FormerNote,
            Password = access.Service == AccessService.Static ? null : access.Password,
            PasswordIsPending = access.PasswordIsPending,
            NeedsPassword = access.Service != AccessService.Static,
            MayAdopt = access.MayAdopt,
            Reason = access.IsStandby ? StandbyReason : ReasonOf(access.State),
        };
    }

    /// <summary>The entry of a static line on a list.</summary>
    public static DesiredItem Entry(DesiredAccess access, string list)
    {
        var address = access.FixedAddress!.Split(',')[0];
        var bare = address.EndsWith("/32", StringComparison.Ordinal) ? address[..^3] : address;
        return new DesiredItem(RouterMenus.AddressList, $"{list} {bare}", OwnershipTag.For(access.AccessId))
        {
            AccessId = null,
            Fields = [new("list", list), new("address", bare), new("disabled", "no")],
            Note = access.Username,
            Reason = ReasonOf(access.State),
        };
    }

    public static DesiredItem Profile(DesiredProfile profile)
    {
        List<KeyValuePair<string, string>> fields = [new("name", profile.Name)];
        Add(fields, "rate-limit", profile.RateLimit?.ToString());
        Add(fields, "address-list", profile.AddressList);
        if (profile.IsAdopted && profile.Service == AccessService.Pppoe)
        {
            Add(fields, "only-one", profile.OnlyOne);
        }

        List<KeyValuePair<string, string>> whenNew = [];
        if (profile.Service == AccessService.Pppoe)
        {
            Add(whenNew, "local-address", profile.LocalAddress);
            Add(whenNew, "remote-address", profile.RemoteAddress);
        }
        else
        {
            Add(whenNew, "address-pool", profile.RemoteAddress);
        }

        return new DesiredItem(ProfileMenuOf(profile.Service)!, profile.Name, OwnershipTag.ForPart("profile"))
        {
            Fields = fields,
            FieldsWhenNew = whenNew,
            MayAdopt = true,
            Reason = "profile.change",
        };
    }

    /// <summary>What a profile hands on to one that is made after it: everything that can be written but what makes the new one another.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SettingsOf(RouterItem model, string menu) =>
        model.Fields.Where(field => field.Key is not ("name" or "comment" or "rate-limit") && Writable.Contains(menu, field.Key)).Select(field => new KeyValuePair<string, string>(field.Key, field.Value));

    private static void AddSpeed(List<KeyValuePair<string, string>> fields, RateLimit? limit)
    {
        fields.Add(new("max-limit", (limit?.Rate ?? default).ToPlainString()));
        fields.Add(new("burst-limit", (limit?.Burst ?? default).ToPlainString()));
        fields.Add(new("burst-threshold", (limit?.Burst is null ? default : limit.Threshold ?? limit.Rate).ToPlainString()));
        fields.Add(new("burst-time", (limit?.Burst is null ? default : limit.BurstTime ?? BurstTimes.Default).ToQueueString()));
        fields.Add(new("limit-at", (limit?.Minimum ?? default).ToPlainString()));
        fields.Add(new("priority", FormattableString.Invariant($"{limit?.Priority ?? 8}/{limit?.Priority ?? 8}")));
    }

    private static void Add(List<KeyValuePair<string, string>> fields, string property, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(property, value));
        }
    }
}
