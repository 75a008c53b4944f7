using Microsoft.AspNetCore.Components;
using Radzen;

namespace IspPortal.Web.Features.Subscriptions.Parts;

/// <summary>Opens one of the dialogs that change a subscription; true when something was changed.</summary>
internal static class SubscriptionDialog
{
    public static async Task<bool> AskAsync<TDialog>(DialogService dialogs, string title, Core.Subscriptions.SubscriptionDetails subscription)
        where TDialog : ComponentBase => await dialogs.OpenAsync<TDialog>(
        title, new Dictionary<string, object?> { ["Subscription"] = subscription }, new DialogOptions { Width = "min(600px, 94vw)", CloseDialogOnEsc = true }) is true;
}
