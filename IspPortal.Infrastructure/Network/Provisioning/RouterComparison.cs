using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>A plan with what it was made from.</summary>
internal sealed record RouterComparison(RouterPlan Plan, RouterContents Contents, IReadOnlyList<DesiredAccess> Wanted);
