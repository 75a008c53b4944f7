using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.WhatIf;

/// <summary>A change that is only thought of. What is null stays as it is.</summary>
/// <param name="Price">Another price per period.</param>
/// <param name="Speed">Another speed.</param>
/// <param name="Kicks">When sessions would feel the speed; null: right after each change.</param>
public sealed record PlanWhatIfRequest(Money? Price = null, PlanSpeed? Speed = null, KickPolicy? Kicks = null);
