namespace IspPortal.Core.Network.Provisioning;

/// <summary>Compares one wanted item with what its menu holds, and gives the step that makes them equal or the reason why there is none.</summary>
internal static class ItemComparer
{
    /// <summary>The item that is meant: by its tag first, since a name can be changed by hand, then by its key.</summary>
    public static RouterItem? Locate(DesiredItem wanted, MenuContents menu) =>
        (wanted.AccessId is { } id ? menu.FindOwned(id) : null) ?? menu.Find(wanted.Key);

    public static PlanStep? Compare(DesiredItem wanted, MenuContents menu, List<PlanFinding> findings)
    {
        var found = Locate(wanted, menu);
        if (found is null)
        {
            return Missing(wanted, menu, findings);
        }

        var tag = OwnershipTag.TextOf(found.Comment);
        if (tag != wanted.Tag && !wanted.MayAdopt)
        {
            var kind = tag is null ? PlanFindingKind.Foreign : PlanFindingKind.UnknownOwner;
            findings.Add(new(kind, wanted.Menu, wanted.Key, wanted.AccessId, found.Comment));
            return null;
        }

        Dictionary<string, string?>? before = null, after = null;
        foreach (var (property, value) in wanted.Fields)
        {
            if (!FieldEquality.AreEqual(property, found[property], value))
            {
                Note(property, found[property], value);
            }
        }

        var isBehind = wanted.FormerNote is { Length: > 0 } former && former != wanted.Note && OwnershipTag.Strip(found.Comment) == former;
        if ((isBehind || tag != wanted.Tag) && wanted.Tag.Length > 0)
        {
            Note("comment", found.Comment, OwnershipTag.Append(isBehind ? wanted.Note : found.Comment, wanted.Tag));
        }

        var writesPassword = wanted.Password is not null && (found["password"] is { } seen ? seen != wanted.Password : wanted.PasswordIsPending);
        if (after is null && !writesPassword)
        {
            return null;
        }

        if (after is not null && after.ContainsKey("name") && menu.Find(wanted.Key) is { } other && !ReferenceEquals(other, found))
        {
            findings.Add(new(PlanFindingKind.NameTwice, wanted.Menu, wanted.Key, wanted.AccessId, other.Comment));
            return null;
        }

        return new PlanStep(PlanVerb.Set, wanted.Menu, found.KeyIn(wanted.Menu), ReasonOf(wanted, after, tag))
        {
            AccessId = wanted.AccessId,
            ItemId = found.Id,
            Before = before ?? PlanStep.Empty,
            After = after ?? PlanStep.Empty,
            PasswordBefore = writesPassword ? found["password"] : null,
            PasswordAfter = writesPassword ? wanted.Password : null,
            Tag = wanted.Tag,
        };

        void Note(string property, string? was, string will)
        {
            (before ??= new(StringComparer.Ordinal))[property] = was;
            (after ??= new(StringComparer.Ordinal))[property] = will;
        }
    }

    public static PlanStep? Remove(DesiredItem wanted, MenuContents menu, List<PlanFinding> findings)
    {
        var found = Locate(wanted, menu);
        if (found is null)
        {
            return null;
        }

        // What is not marked as ours is never removed, whatever its name.
        if (OwnershipTag.TextOf(found.Comment) != wanted.Tag)
        {
            findings.Add(new(PlanFindingKind.Foreign, wanted.Menu, wanted.Key, wanted.AccessId, found.Comment));
            return null;
        }

        return new PlanStep(PlanVerb.Remove, wanted.Menu, found.KeyIn(wanted.Menu), wanted.Reason)
        {
            AccessId = wanted.AccessId,
            ItemId = found.Id,
            Before = found.Fields.Where(f => f.Key is not ("password" or ".id") && Writable.Contains(wanted.Menu, f.Key)).ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal),
            PasswordBefore = found["password"] ?? wanted.Password,
            Tag = wanted.Tag,
        };
    }

    private static PlanStep? Missing(DesiredItem wanted, MenuContents menu, List<PlanFinding> findings)
    {
        if (!menu.Covers(wanted.Key))
        {
            throw new InvalidOperationException($"{wanted.Menu} was read without {wanted.Key}.");
        }

        if (wanted.NeedsPassword && wanted.Password is null)
        {
            findings.Add(new(PlanFindingKind.PasswordUnknown, wanted.Menu, wanted.Key, wanted.AccessId));
            return null;
        }

        var after = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (property, value) in wanted.FieldsWhenNew.Concat(wanted.Fields).Where(f => f.Value.Length > 0))
        {
            after[property] = value;
        }

        after["comment"] = OwnershipTag.Append(wanted.Note, wanted.Tag);
        return new PlanStep(PlanVerb.Add, wanted.Menu, wanted.Key, wanted.AccessId is null ? wanted.Reason : "access.create")
        {
            AccessId = wanted.AccessId,
            After = after,
            PasswordAfter = wanted.Password,
            Tag = wanted.Tag,
        };
    }

    private static string ReasonOf(DesiredItem wanted, Dictionary<string, string?>? after, string? tag) =>
        wanted.AccessId is null ? wanted.Reason
        : after is null ? "access.password"
        : after.ContainsKey("name") ? "access.rename"
        : after.ContainsKey("profile") || after.ContainsKey("disabled") || after.ContainsKey("max-limit") ? wanted.Reason
        : tag != wanted.Tag ? "access.adopt"
        : "access.change";
}
