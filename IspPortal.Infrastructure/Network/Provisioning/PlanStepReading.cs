using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>A stored step as the planner made it.</summary>
internal static class PlanStepReading
{
    public static PlanStep ValueOf(AccessPlanStepRecord record) => new(record.Verb, record.Menu, record.Key, record.Reason)
    {
        AccessId = record.AccessId,
        ItemId = record.ItemId,
        Before = PlanJson.Read(record.BeforeJson),
        After = PlanJson.Read(record.AfterJson),
        PasswordBefore = record.PasswordBefore,
        PasswordAfter = record.PasswordAfter,
        Tag = record.Tag,
        PlaceBefore = record.PlaceBefore,
    };
}
