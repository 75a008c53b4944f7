using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>
/// Decides about a step by what the router holds right before it is sent. That makes a plan safe to go on with after a crash: what was sent and not
/// noted is found done, and what somebody changed since the plan was made is not overwritten.
/// </summary>
internal static class StepJudge
{
    public const string AlreadyThere = "provisioning.already_there";
    public const string AlreadyGone = "provisioning.already_gone";
    public const string SessionGone = "provisioning.session_gone";
    public const string ItemChanged = "provisioning.item_changed";
    public const string ItemMissing = "provisioning.item_missing";
    public const string WantedAgain = "provisioning.wanted_again";
    public const string ItemForeign = "provisioning.item_foreign";

    /// <summary>Decides.</summary>
    /// <param name="step">The step.</param>
    /// <param name="wasSent">It was about to be sent when the portal stopped.</param>
    /// <param name="menu">Its menu as it is now.</param>
    public static StepVerdict Judge(PlanStep step, bool wasSent, MenuContents menu)
    {
        if (step.Verb == PlanVerb.Kick)
        {
            // A session that began after the one that was to be ended has felt the change already.
            var session = menu.Find(step.Key);
            return session is null || (wasSent && session.Id != step.ItemId) ? StepVerdict.Skip(SessionGone) : StepVerdict.Send(session.Id);
        }

        var item = Locate(step, menu);
        var tag = OwnershipTag.TextOf(item?.Comment);
        switch (step.Verb)
        {
            case PlanVerb.Add:
                return item is null ? StepVerdict.Send(null)
                    : step.Tag is not null && tag != step.Tag ? StepVerdict.Fail(ItemForeign, item.Id)
                    : Holds(item, step.After) ? StepVerdict.Skip(AlreadyThere, item.Id)
                    : StepVerdict.Fail(ItemChanged, item.Id);
            case PlanVerb.Remove:
                return item is null ? StepVerdict.Skip(AlreadyGone)
                    : tag != step.Tag ? StepVerdict.Fail(ItemForeign, item.Id)
                    : StepVerdict.Send(item.Id);
            default:
                if (item is null)
                {
                    return StepVerdict.Fail(ItemMissing);
                }

                // Who took the tag away took the item out of the portal's hands.
                if (step.Tag is not null && tag != step.Tag && !step.After.ContainsKey("comment"))
                {
                    return StepVerdict.Fail(ItemForeign, item.Id);
                }

                var isDone = Holds(item, step.After) && (step.PasswordAfter is null || item["password"] == step.PasswordAfter);
                return isDone ? StepVerdict.Skip(AlreadyThere, item.Id)
                    : Holds(item, step.Before) || (wasSent && Holds(item, step.After)) ? StepVerdict.Send(item.Id)
                    : StepVerdict.Fail(ItemChanged, item.Id);
        }
    }

    private static RouterItem? Locate(PlanStep step, MenuContents menu)
    {
        if (RouterMenus.KeyOf(step.Menu).Count == 0)
        {
            return menu.Items.FirstOrDefault(i => step.Tag is not null && OwnershipTag.TextOf(i.Comment) == step.Tag);
        }

        return menu.Find(step.Key)
            ?? (step.After.TryGetValue("name", out var renamed) && renamed is not null ? menu.Find(renamed) : null);
    }

    private static bool Holds(RouterItem item, IReadOnlyDictionary<string, string?> fields) =>
        fields.All(f => FieldEquality.AreEqual(f.Key, item[f.Key], f.Value));
}
