using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Subscriptions.Holds;

/// <summary>Whether the whole portal only looks, for those who know bills and no router: nothing is billed, lapses or comes back meanwhile.</summary>
internal sealed class ObserveSwitch(ISettingsReader<ProvisioningSettings> provisioning)
{
    public async ValueTask<bool> IsOnAsync(CancellationToken cancellationToken) => (await provisioning.GetAsync(cancellationToken)).ObserveMode;
}
