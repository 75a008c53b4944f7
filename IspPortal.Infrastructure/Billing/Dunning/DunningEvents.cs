using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>What late payers are told about.</summary>
internal static class DunningEvents
{
    public const string Before = "dunning.before";
    public const string Due = "dunning.due";
    public const string After = "dunning.after";
    public const string Warn = "dunning.warn";
    public const string Isolated = "dunning.isolated";
    public const string Restored = "dunning.restored";
    public const string Ended = "dunning.ended";

    private static readonly MessageField[] OfBill =
        [new("customer", "Budi Santoso"), new("account", "BA-202611-000042"), new("number", "INV-202611-000042"), new("amount", "Rp 166.500"), new("due", "20 Nov 2026"), new("days", "3")];

    private static readonly MessageField[] OfAccount = [new("customer", "Budi Santoso"), new("account", "BA-202611-000042"), new("amount", "Rp 166.500")];

    // Sent the next morning it would say another number of days.
    public static IReadOnlyList<MessageEventDefinition> All { get; } =
    [
        .. new[] { Before, Due, After, Warn }.Select(key => new MessageEventDefinition(key, MessagePriority.Reminder, OfBill, DunningMessages.Texts, TimeSpan.FromHours(20))),
        new(Isolated, MessagePriority.Receipt, OfAccount, DunningMessages.Texts, TimeSpan.FromDays(1)),
        new(Ended, MessagePriority.Receipt, OfAccount, DunningMessages.Texts, TimeSpan.FromDays(1)),
        new(Restored, MessagePriority.Receipt, OfAccount, DunningMessages.Texts, TimeSpan.FromDays(1)),
    ];

    public static string Of(DunningStepKind kind) => kind switch
    {
        DunningStepKind.Before => Before,
        DunningStepKind.Due => Due,
        DunningStepKind.After => After,
        _ => Warn,
    };
}
