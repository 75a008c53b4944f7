using IspPortal.Core.Messaging;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>In portal-wide observe mode no message goes out.</summary>
internal sealed class ObserveHold(ISettingsReader<ProvisioningSettings> settings) : IMessageHold
{
    public async ValueTask<bool> HoldsAsync(CancellationToken cancellationToken) => (await settings.GetAsync(cancellationToken)).ObserveMode;
}
