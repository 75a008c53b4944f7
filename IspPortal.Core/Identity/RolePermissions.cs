using System.Collections.Frozen;
using IspPortal.Core.Alerts;
using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Inventory;
using IspPortal.Core.Jobs;
using IspPortal.Core.Lab;
using IspPortal.Core.Mapping;
using IspPortal.Core.Messaging;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network;
using IspPortal.Core.Plans;
using IspPortal.Core.Reporting;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;

namespace IspPortal.Core.Identity;

/// <summary>What each role may do. A new permission gets its row here, or a test fails.</summary>
public static class RolePermissions
{
    private static readonly string[] Staff =
        [PortalRoles.Administrator, PortalRoles.NocOperator, PortalRoles.BillingClerk, PortalRoles.Technician, PortalRoles.Auditor];

    private static readonly string[] Noc = [PortalRoles.Administrator, PortalRoles.NocOperator];

    private static readonly string[] Desk = [PortalRoles.Administrator, PortalRoles.BillingClerk];

    private static readonly string[] Overseers = [PortalRoles.Administrator, PortalRoles.Auditor];

    private static readonly (string Permission, string[] Roles)[] Table =
    [
        (MonitoringPermissions.MonitoringRead, Staff),
        (NetworkPermissions.RoutersRead, Staff),
        (NetworkPermissions.RoutersWrite, Noc),
        (NetworkPermissions.RoutersApply, Noc),
        (NetworkPermissions.RoutersOperate, [.. Noc, PortalRoles.Technician]),
        (NetworkPermissions.RoutersChange, Noc),
        (NetworkPermissions.SessionsRead, Staff),
        (NetworkPermissions.SessionsKick, [.. Noc, PortalRoles.Technician]),
        (NetworkPermissions.AccessesWrite, Noc),
        (CustomersPermissions.CustomersRead, Staff),
        (CustomersPermissions.CustomersWrite, Desk),
        (CustomersPermissions.CustomersIdentity, Desk),
        (CustomersPermissions.CustomersMerge, Desk),
        (CustomersPermissions.CustomersImport, Desk),
        (CustomersPermissions.CustomersErase, [PortalRoles.Administrator]),
        (DocumentPermissions.DocumentsRead, Staff),
        (DocumentPermissions.DocumentsView, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (DocumentPermissions.DocumentsWrite, [.. Desk, PortalRoles.Technician]),
        (DocumentPermissions.DocumentsVerify, Desk),
        (PlanPermissions.PlansRead, Staff),
        (PlanPermissions.PlansWrite, [PortalRoles.Administrator]),
        (PlanPermissions.PlansPrice, [PortalRoles.Administrator]),
        (PlanPermissions.PlansCampaign, Noc),
        (SubscriptionsPermissions.SubscriptionsRead, Staff),
        (SubscriptionsPermissions.SubscriptionsWrite, Desk),
        (SubscriptionsPermissions.SubscriptionsActivate, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (SubscriptionsPermissions.SubscriptionsHold, [.. Desk, PortalRoles.NocOperator]),
        (SubscriptionsPermissions.SubscriptionsPassword, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (SubscriptionsPermissions.SubscriptionsBulk, Noc),
        (SubscriptionsPermissions.SubscriptionsPrice, [PortalRoles.Administrator]),
        (MappingPermissions.MapRead, Staff),
        (MappingPermissions.PlantWrite, Noc),
        (MappingPermissions.OutagesWrite, Noc),
        (MappingPermissions.PortsWrite, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (InventoryPermissions.InventoryRead, Staff),
        (InventoryPermissions.InventoryWrite, [.. Desk, PortalRoles.NocOperator]),
        (InventoryPermissions.InventoryMove, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (InventoryPermissions.InventorySwap, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (BillingPermissions.BillingRead, [.. Desk, PortalRoles.Auditor]),
        (BillingPermissions.BillingRun, Desk),
        (OpeningPermissions.OpeningBook, Desk),
        (BillingPermissions.BillingApprove, Desk),
        (BillingPermissions.BillingOverride, [PortalRoles.Administrator]),
        (DunningPermissions.DunningRead, [.. Desk, PortalRoles.Auditor]),
        (DunningPermissions.DunningManage, Desk),
        (DunningPermissions.IsolirRun, Desk),
        (DunningPermissions.TerminationRun, [PortalRoles.Administrator]),
        (DunningPermissions.IsolirOverride, [PortalRoles.Administrator]),
        (InvoicePermissions.InvoicesRead, [.. Desk, PortalRoles.Auditor]),
        (CorrectionPermissions.InvoicesWrite, Desk),
        (CorrectionPermissions.InvoicesCredit, Desk),
        (CorrectionPermissions.InvoicesWriteOff, [PortalRoles.Administrator]),
        (ReceiptPermissions.ReceiptsRead, [.. Desk, PortalRoles.Auditor]),
        (ReceiptPermissions.ReceiptsBook, Desk),
        (ReceiptPermissions.ReceiptsVoid, Desk),
        (ReceiptPermissions.ReceiptsRefund, Desk),
        (InvoicePermissions.InvoicesSend, Desk),
        (LedgerPermissions.LedgerRead, [.. Desk, PortalRoles.Auditor]),
        (LedgerPermissions.LedgerClose, Desk),
        (TaxPermissions.TaxRead, [.. Desk, PortalRoles.Auditor]),
        (TaxPermissions.TaxWrite, Desk),
        (MessagingPermissions.MessagesRead, Staff),
        (MessagingPermissions.MessagesWrite, [.. Desk, PortalRoles.NocOperator]),
        (MessagingPermissions.TemplatesWrite, Desk),
        (MessagingPermissions.SendersWrite, [PortalRoles.Administrator]),
        (AlertPermissions.AlertsRead, Staff),
        (AlertPermissions.AlertsWrite, Noc),
        (AlertPermissions.AlertsConfigure, Noc),
        (ReportingPermissions.DashboardsRead, Staff),
        (ReportingPermissions.DashboardsWrite, [.. Desk, PortalRoles.NocOperator, PortalRoles.Technician]),
        (ReportingPermissions.DashboardsPublish, Noc),
        (ReportingPermissions.ReportsRead, [.. Desk, PortalRoles.NocOperator, PortalRoles.Auditor]),
        (ReportingPermissions.ReportsWrite, [.. Desk, PortalRoles.NocOperator]),
        (JobPermissions.JobsRead, [.. Noc, PortalRoles.Auditor]),
        (JobPermissions.JobsRun, Noc),
        (LabPermissions.LabRead, Staff),
        (LabPermissions.LabWrite, Noc),
        (SettingsPermissions.SettingsRead, Overseers),
        (SettingsPermissions.SettingsWrite, [PortalRoles.Administrator]),
        (IdentityPermissions.UsersRead, Overseers),
        (IdentityPermissions.UsersWrite, [PortalRoles.Administrator]),
        (IdentityPermissions.ApiKeysRead, Overseers),
        (IdentityPermissions.ApiKeysWrite, [PortalRoles.Administrator]),
        (AuditPermissions.AuditRead, Overseers),
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByRole = PortalRoles.All.ToFrozenDictionary(
        role => role,
        role => Table.Where(row => row.Roles.Contains(role, StringComparer.Ordinal)).Select(row => row.Permission).ToFrozenSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Every permission there is, in the order of the table.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Table.Select(row => row.Permission)];

    /// <summary>What <paramref name="role"/> may do; nothing when there is no such role.</summary>
    public static FrozenSet<string> Of(string role) => ByRole.GetValueOrDefault(role, FrozenSet<string>.Empty);

    /// <summary>What <paramref name="roles"/> add up to.</summary>
    public static FrozenSet<string> Of(IEnumerable<string> roles) => roles.SelectMany(Of).ToFrozenSet(StringComparer.Ordinal);
}
