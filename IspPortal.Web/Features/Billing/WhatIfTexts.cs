namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of what a whole run would bill.</summary>
internal sealed class WhatIfTexts;
